package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Gives a directory or file another mode. */
public record ModeChange(Path path, int from, int to) implements Change {

    static final String KIND = "chmod";

    @Override
    public Change inverse() {
        return new ModeChange(path, to, from);
    }

    @Override
    public String words() {
        return String.format("change the mode of %s from %04o to %04o", Words.path(path), from, to);
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<Standing> found = bench.disk().look(path);
        if (found.filter(thing -> thing.isDirectory() || thing.isFile()).isEmpty()) {
            return Applied.conflict(Words.found(path, found));
        }
        int now = found.get().attributes().permissions();
        if (now == to) {
            return Applied.NEEDLESS;
        }
        if (now != from) {
            return Applied.conflict(String.format("%s has mode %04o by now", Words.path(path), now));
        }
        return Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        bench.disk().alteration().chmod(path, to);
        return Applied.DONE;
    }

    @Override
    public JSONObject json() {
        return Fields.of(KIND)
                .with("path", path)
                .withMode("from", from)
                .withMode("to", to)
                .json();
    }

    static ModeChange of(JSONObject json) throws JSONException {
        return new ModeChange(Fields.path(json, "path"), Fields.mode(json, "from"), Fields.mode(json, "to"));
    }
}
