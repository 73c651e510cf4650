package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vmail.store.StoreItem;
import vmail.writer.store.Alteration;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** Takes away what {@link NewItems} made, as long as it is empty: rmdir(2) refuses a directory with mail, and so does this. */
public record ItemsTaken(List<StoreItem> items, List<Piece> pieces) implements Change {

    static final String KIND = "take away";

    public ItemsTaken {
        items = List.copyOf(items);
        pieces = List.copyOf(pieces);
    }

    @Override
    public Change inverse() {
        return new NewItems(items, pieces);
    }

    @Override
    public String words() {
        return "take away " + NewItems.list(pieces);
    }

    /** All is looked at before anything is taken. */
    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Set<Path> ours = pieces.stream().map(Piece::path).collect(Collectors.toSet());
        boolean there = false;
        for (Piece piece : pieces) {
            Optional<Standing> found = bench.disk().look(piece.path());
            if (found.isEmpty()) {
                continue;
            }
            there = true;
            if (!piece.isAsMade(found.get())) {
                return Applied.conflict(Words.path(piece.path()) + " is not as it was made");
            }
            if (piece.kind() == Piece.Kind.DIRECTORY
                    && !ours.containsAll(bench.disk().children(piece.path()))) {
                return Applied.conflict(Words.path(piece.path()) + " is no longer empty");
            }
        }
        return there ? Applied.READY : Applied.NEEDLESS;
    }

    @Override
    public Applied act(Workbench bench) throws IOException, InTheWay {
        Alteration alteration = bench.disk().alteration();
        List<Piece> insideFirst = new ArrayList<>(pieces);
        Collections.reverse(insideFirst);
        for (Piece piece : insideFirst) {
            if (bench.disk().look(piece.path()).isPresent()) {
                take(piece, alteration);
            }
        }
        return Applied.DONE;
    }

    private static void take(Piece piece, Alteration alteration) throws IOException, InTheWay {
        switch (piece.kind()) {
            case DIRECTORY -> alteration.removeFolder(piece.path());
            case FILE -> alteration.remove(piece.path(), new byte[0]);
            case LINK -> alteration.removeLink(piece.path(), piece.target().orElseThrow());
        }
    }

    @Override
    public JSONObject json() {
        return NewItems.json(KIND, items, pieces);
    }

    static ItemsTaken of(JSONObject json) throws JSONException {
        NewItems made = NewItems.of(json);
        return new ItemsTaken(made.items(), made.pieces());
    }
}
