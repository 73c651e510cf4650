package vmail.message;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How much mail is in one folder.
 *
 * @param name of its directory in the maildir; empty for the maildir itself, the INBOX
 * @param fresh messages in {@code new}: since they came nobody has opened the folder
 * @param seen messages in {@code cur}
 * @param oldestFresh when the first of the fresh ones came
 * @param newest when the last message came
 */
public record FolderFacts(Path name, long fresh, long seen, Optional<Instant> oldestFresh, Optional<Instant> newest) {

    /** The folder that every maildir has. */
    public static final Path INBOX = Path.of("");

    public long messages() {
        return fresh + seen;
    }
}
