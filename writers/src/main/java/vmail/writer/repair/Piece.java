package vmail.writer.repair;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.store.DeliveryLink;
import vmail.store.MaildirShape;
import vmail.store.StoreItem;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.Standing;

/**
 * One name that comes with items: an empty directory, an empty file, a symbolic link.
 *
 * @param mode of a directory or file
 * @param target of a link; else empty
 */
record Piece(Path path, Kind kind, int mode, Optional<Path> target) {

    enum Kind {
        DIRECTORY,
        FILE,
        LINK
    }

    private static final int ANY_MODE = 0777;

    static Piece of(DeliveryLink link) {
        return new Piece(link.path(), Kind.LINK, ANY_MODE, Optional.of(link.target()));
    }

    private static Piece directory(Path path, int mode) {
        return new Piece(path, Kind.DIRECTORY, mode, Optional.empty());
    }

    /**
     * What items still lack, parents first.
     *
     * @param gone what counts as missing although it is there
     */
    static List<Piece> missing(OpenMailBase disk, List<StoreItem> items, Optional<Path> gone)
            throws IOException, InTheWay {
        Map<Path, Piece> missing = new LinkedHashMap<>();
        for (StoreItem item : items) {
            for (Piece piece : of(item, disk.base().path())) {
                Path path = piece.path();
                boolean lacking = missing.containsKey(path.resolveSibling(""))
                        || gone.filter(path::equals).isPresent()
                        || disk.look(path).isEmpty();
                if (lacking) {
                    missing.putIfAbsent(path, piece);
                }
            }
        }
        return List.copyOf(missing.values());
    }

    /** What stands where something else belongs. */
    static Optional<String> obstacle(OpenMailBase disk, List<StoreItem> items) throws IOException, InTheWay {
        for (StoreItem item : items) {
            for (Piece piece : of(item, disk.base().path())) {
                Optional<Standing> found = disk.look(piece.path());
                if (found.isEmpty()) {
                    break;
                }
                if (!piece.isOfKind(found.get())) {
                    return Optional.of(Words.found(piece.path(), found));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Piece> of(StoreItem item, Path base) {
        List<Piece> pieces = new ArrayList<>();
        for (Path parent = item.path().getParent();
                parent != null && !parent.equals(base);
                parent = parent.getParent()) {
            pieces.add(0, directory(parent, MaildirShape.PARENT_MODE));
        }
        if (item instanceof DeliveryLink link) {
            pieces.add(of(link));
            return pieces;
        }
        MaildirShape shape =
                MaildirShape.of(item).orElseThrow(() -> new AssertionError("an item that is a line: " + item));
        pieces.add(directory(item.path(), shape.mode()));
        MaildirShape.PARTS.forEach(part -> pieces.add(directory(item.path().resolve(part), shape.innerMode())));
        if (shape.marked()) {
            pieces.add(new Piece(
                    item.path().resolve(MaildirShape.MARKER), Kind.FILE, MaildirShape.MARKER_MODE, Optional.empty()));
        }
        return pieces;
    }

    private boolean isOfKind(Standing found) {
        return switch (kind) {
            case DIRECTORY -> found.isDirectory();
            case FILE -> found.isFile();
            case LINK -> found.isLink();
        };
    }

    /** Whether it is as it was made. */
    boolean isAsMade(Standing found) {
        return isOfKind(found)
                && switch (kind) {
                    case DIRECTORY -> found.attributes().permissions() == mode;
                    case FILE -> found.attributes().size() == 0;
                    case LINK -> found.target().equals(target);
                };
    }

    JSONObject json() {
        Fields fields = new Fields().with("path", path).with("kind", kind.name());
        target.ifPresentOrElse(place -> fields.with("target", place), () -> fields.withMode("mode", mode));
        return fields.json();
    }

    static Piece of(JSONObject json) throws JSONException {
        Kind kind = Fields.constant(json, "kind", Kind.class);
        Optional<Path> target = kind == Kind.LINK ? Optional.of(Fields.path(json, "target")) : Optional.empty();
        return new Piece(
                Fields.path(json, "path"), kind, kind == Kind.LINK ? ANY_MODE : Fields.mode(json, "mode"), target);
    }

    @Override
    public String toString() {
        return Words.path(path)
                + target.map(place -> " -> " + Words.path(place)).orElse("");
    }
}
