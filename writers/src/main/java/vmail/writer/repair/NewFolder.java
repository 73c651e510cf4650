package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Makes a plain directory. */
public record NewFolder(Path path, int mode) implements Change {

    static final String KIND = "make folder";

    @Override
    public Change inverse() {
        return new FolderTaken(path, mode);
    }

    @Override
    public String words() {
        return "make " + Words.path(path);
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<Standing> found = bench.disk().look(path);
        if (found.isPresent()) {
            return found.get().isDirectory() ? Applied.NEEDLESS : Applied.conflict(Words.found(path, found));
        }
        return Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        bench.disk().alteration().makeFolder(path, mode);
        return Applied.DONE;
    }

    @Override
    public JSONObject json() {
        return Fields.of(KIND).with("path", path).withMode("mode", mode).json();
    }

    static NewFolder of(JSONObject json) throws JSONException {
        return new NewFolder(Fields.path(json, "path"), Fields.mode(json, "mode"));
    }
}
