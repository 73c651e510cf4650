package vmail.writer.store;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import vmail.account.DiskPath;
import vmail.store.Errno;

/** The file system does not let us work on: full, read-only, broken, not mounted. Says what to do; nothing half-made is left. */
public final class StoreUnavailable extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    StoreUnavailable(String message) {
        super(message);
    }

    StoreUnavailable(String message, IOException cause) {
        super(message, cause);
    }

    /** The words and the remedy for what a file operation said. */
    public static StoreUnavailable at(Path path, IOException cause) {
        String words = Errno.words(cause);
        return new StoreUnavailable("can not write " + new DiskPath(path) + ": " + words + ". " + remedy(words), cause);
    }

    private static String remedy(String words) {
        return switch (words) {
            case "No space left on device" ->
                "Make room (df -h and df -i show what is used up), then run the same command" + " again.";
            case "Disk quota exceeded" ->
                "Raise the quota of the mail owner (quota -s), then run the same command again.";
            case "Read-only file system" -> "Look why (dmesg), remount it read-write, then run the same command again.";
            case "Too many open files" -> "Raise the limit (ulimit -n), then run the same command again.";
            case "Permission denied", "Operation not permitted" -> "Run as the mail owner, or as root with --owner.";
            default -> "Look at the file system (dmesg), then run the same command again.";
        };
    }
}
