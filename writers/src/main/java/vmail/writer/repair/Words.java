package vmail.writer.repair;

import java.nio.file.Path;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.writer.store.Standing;

/** Names and things from disk in sentences. */
final class Words {

    private Words() {}

    static String path(Path path) {
        return new DiskPath(path).toString();
    }

    /** What stands at a place, as a whole sentence. */
    static String found(Path path, Optional<Standing> found) {
        if (found.isEmpty()) {
            return path(path) + " is not there";
        }
        return path(path) + " is "
                + found.get()
                        .target()
                        .map(target -> "a symbolic link to " + path(target))
                        .orElseGet(() -> found.get().attributes().kind());
    }
}
