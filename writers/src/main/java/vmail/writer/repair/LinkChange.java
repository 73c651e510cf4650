package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Leads a symbolic link elsewhere, in one step. */
public record LinkChange(Path path, Path from, Path to) implements Change {

    static final String KIND = "point";

    @Override
    public Change inverse() {
        return new LinkChange(path, to, from);
    }

    @Override
    public String words() {
        return "point " + Words.path(path) + " to " + Words.path(to) + ", it points to " + Words.path(from);
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<Standing> found = bench.disk().look(path);
        Optional<Path> target = found.flatMap(Standing::target);
        if (target.equals(Optional.of(to))) {
            return Applied.NEEDLESS;
        }
        if (!target.equals(Optional.of(from))) {
            return Applied.conflict(Words.found(path, found));
        }
        return Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        bench.disk().alteration().repoint(path, from, to);
        return Applied.DONE;
    }

    @Override
    public JSONObject json() {
        return Fields.of(KIND)
                .with("path", path)
                .with("from", from)
                .with("to", to)
                .json();
    }

    static LinkChange of(JSONObject json) throws JSONException {
        return new LinkChange(Fields.path(json, "path"), Fields.path(json, "from"), Fields.path(json, "to"));
    }
}
