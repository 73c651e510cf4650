package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.store.DiskAttributes;
import vmail.store.Owner;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Gives a thing to another owner; of a symbolic link the link itself.
 *
 * <p>Not a file with several names: somebody may have linked a file of root's into a mail folder, to be given it.
 */
public record OwnerChange(Path path, Owner from, Owner to) implements Change {

    static final String KIND = "give";

    @Override
    public Change inverse() {
        return new OwnerChange(path, to, from);
    }

    @Override
    public String words() {
        return "give " + Words.path(path) + " to " + to + ", it belongs to " + from;
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<Standing> found = bench.disk().look(path);
        if (found.isEmpty()) {
            return Applied.conflict(Words.found(path, found));
        }
        DiskAttributes now = found.get().attributes();
        if (now.uid() == to.uid() && now.gid() == to.gid()) {
            return Applied.NEEDLESS;
        }
        // killed between user and group, one of the two is new
        boolean known = (now.uid() == from.uid() || now.uid() == to.uid())
                && (now.gid() == from.gid() || now.gid() == to.gid());
        if (!known) {
            return Applied.conflict(Words.path(path) + " belongs to " + now.uid() + ":" + now.gid() + " by now");
        }
        if (!now.isDirectory() && found.get().names() > 1) {
            return Applied.conflict(Words.path(path) + " has " + found.get().names() + " names (hard links)");
        }
        return Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        bench.disk().alteration().give(path, to);
        return Applied.DONE;
    }

    @Override
    public JSONObject json() {
        return Fields.of(KIND)
                .with("path", path)
                .with("from", from.toString())
                .with("to", to.toString())
                .json();
    }

    static OwnerChange of(JSONObject json) throws JSONException {
        return new OwnerChange(Fields.path(json, "path"), Fields.owner(json, "from"), Fields.owner(json, "to"));
    }
}
