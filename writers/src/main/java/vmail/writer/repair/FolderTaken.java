package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Takes an empty directory away; one that others use, too, stays.
 *
 * @param mode to make it with again
 */
public record FolderTaken(Path path, int mode) implements Change {

    static final String KIND = "take folder away";

    @Override
    public Change inverse() {
        return new NewFolder(path, mode);
    }

    @Override
    public String words() {
        return "take away the empty directory " + Words.path(path);
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<Standing> found = bench.disk().look(path);
        if (found.filter(Standing::isDirectory).isEmpty()
                || !bench.disk().children(path).isEmpty()) {
            return Applied.NEEDLESS;
        }
        return Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        bench.disk().alteration().removeFolder(path);
        return Applied.DONE;
    }

    @Override
    public JSONObject json() {
        return Fields.of(KIND).with("path", path).withMode("mode", mode).json();
    }

    static FolderTaken of(JSONObject json) throws JSONException {
        return new FolderTaken(Fields.path(json, "path"), Fields.mode(json, "mode"));
    }
}
