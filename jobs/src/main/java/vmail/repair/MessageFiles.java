package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import vmail.reader.directory.IncompleteRead;
import vmail.writer.store.InTheWay;
import vmail.writer.store.Standing;

/** The messages of the maildir that a finding is about: the files in {@code cur} and {@code new}, in its folders, too. */
final class MessageFiles {

    private static final Path CUR = Path.of("cur");
    private static final Path NEW = Path.of("new");

    private MessageFiles() {}

    /** Told of a message. */
    interface Visit {
        void at(Path file, Standing message);
    }

    /** False when the place is no longer the account's. */
    static boolean forEach(Case found, Visit visit) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        if (found.site().accounts().layout(found.finding().dn(), place).stream()
                .noneMatch(item -> item.path().equals(place))) {
            return false;
        }
        found.disk().walk(place, (path, thing) -> {
            Path part = place.relativize(path).resolveSibling("").getFileName();
            if (thing.isFile() && (CUR.equals(part) || NEW.equals(part))) {
                visit.at(path, thing);
            }
        });
        return true;
    }

    static boolean isRead(Path file) {
        return CUR.equals(file.resolveSibling("").getFileName());
    }
}
