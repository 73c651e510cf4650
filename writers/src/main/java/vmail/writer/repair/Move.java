package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/**
 * Gives a thing another place on the same file system, if that is free.
 *
 * @param inode tells whether what stands at a place is the thing
 */
public record Move(Path from, Path to, long inode) implements Change {

    static final String KIND = "move";

    @Override
    public Change inverse() {
        return new Move(to, from, inode);
    }

    @Override
    public String words() {
        return "move " + Words.path(from) + " to " + Words.path(to);
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<Standing> source = bench.disk().look(from);
        Optional<Standing> target = bench.disk().look(to);
        if (!isIt(source)) {
            return isIt(target) ? Applied.NEEDLESS : Applied.conflict(lost(source));
        }
        if (target.isPresent() && !isIt(target)) {
            return Applied.conflict(Words.path(to) + " is there already");
        }
        return Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        bench.disk().alteration().move(from, to, inode);
        return Applied.DONE;
    }

    private boolean isIt(Optional<Standing> found) {
        return found.filter(thing -> thing.inode() == inode).isPresent();
    }

    private String lost(Optional<Standing> source) {
        return Words.path(from) + (source.isEmpty() ? " is not there" : " is another one by now");
    }

    @Override
    public JSONObject json() {
        return Fields.of(KIND)
                .with("from", from)
                .with("to", to)
                .with("inode", inode)
                .json();
    }

    static Move of(JSONObject json) throws JSONException {
        return new Move(Fields.path(json, "from"), Fields.path(json, "to"), Fields.number(json, "inode"));
    }
}
