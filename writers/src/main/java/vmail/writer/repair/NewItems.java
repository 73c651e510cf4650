package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.store.DeliveryLink;
import vmail.store.StoreItem;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.StoreOutcome;

/**
 * Makes maildirs, folders and links, whole or what they lack, as {@code vmail make-stores} does.
 *
 * @param pieces the names that were missing
 */
public record NewItems(List<StoreItem> items, List<Piece> pieces) implements Change {

    static final String KIND = "make";

    public NewItems {
        items = List.copyOf(items);
        pieces = List.copyOf(pieces);
    }

    /** Empty when nothing is missing. */
    public static Optional<NewItems> missing(OpenMailBase disk, List<StoreItem> items) throws IOException, InTheWay {
        List<Piece> pieces = Piece.missing(disk, items, Optional.empty());
        return pieces.isEmpty() ? Optional.empty() : Optional.of(new NewItems(items, pieces));
    }

    /** What an item lacks once something that stands in its way is gone. */
    public static NewItems insteadOf(Path gone, OpenMailBase disk, StoreItem item) throws IOException, InTheWay {
        return new NewItems(List.of(item), Piece.missing(disk, List.of(item), Optional.of(gone)));
    }

    /** A link alone, where its directory is there. */
    public static NewItems of(DeliveryLink link) {
        return new NewItems(List.of(link), List.of(Piece.of(link)));
    }

    @Override
    public Change inverse() {
        return new ItemsTaken(items, pieces);
    }

    @Override
    public String words() {
        return "make " + list(pieces);
    }

    /** The first in full, what is inside of it by its name there. */
    static String list(List<Piece> pieces) {
        Path first = pieces.get(0).path();
        String rest = pieces.stream()
                .skip(1)
                .map(piece ->
                        piece.path().startsWith(first) ? Words.path(first.relativize(piece.path())) : piece.toString())
                .collect(Collectors.joining(", "));
        return pieces.get(0) + (rest.isEmpty() ? "" : " with " + rest);
    }

    @Override
    public Applied look(Workbench bench) throws IOException, InTheWay {
        Optional<String> obstacle = Piece.obstacle(bench.disk(), items);
        if (obstacle.isPresent()) {
            return Applied.conflict(obstacle.get());
        }
        return Piece.missing(bench.disk(), items, Optional.empty()).isEmpty() ? Applied.NEEDLESS : Applied.READY;
    }

    @Override
    public Applied act(Workbench bench) throws IOException {
        List<StoreOutcome> outcomes = bench.disk().make(items);
        for (StoreOutcome outcome : outcomes) {
            if (outcome instanceof StoreOutcome.Conflict conflict) {
                return Applied.conflict(conflict.found());
            }
        }
        return outcomes.stream().anyMatch(StoreOutcome.Made.class::isInstance) ? Applied.DONE : Applied.NEEDLESS;
    }

    @Override
    public JSONObject json() {
        return json(KIND, items, pieces);
    }

    static JSONObject json(String kind, List<StoreItem> items, List<Piece> pieces) {
        return Fields.of(kind)
                .with("items", items.stream().map(Items::json).toList())
                .with("pieces", pieces.stream().map(Piece::json).toList())
                .json();
    }

    static NewItems of(JSONObject json) throws JSONException {
        List<StoreItem> items = new ArrayList<>();
        for (JSONObject item : Fields.objects(json, "items")) {
            items.add(Items.of(item));
        }
        List<Piece> pieces = new ArrayList<>();
        for (JSONObject piece : Fields.objects(json, "pieces")) {
            pieces.add(Piece.of(piece));
        }
        return new NewItems(items, pieces);
    }
}
