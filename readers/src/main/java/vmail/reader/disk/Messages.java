package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vmail.store.DiskAttributes;

/**
 * How much mail there is in a maildir's {@code new} and {@code cur}: no more is counted than people want to know exactly.
 *
 * @param count at most {@link #ENOUGH} for each of the two
 */
public record Messages(long count) {

    public static final int ENOUGH = 10_000;

    /** Of a maildir or folder, its own folders not counted. What is no directory holds none. */
    public static Messages in(Path maildir) throws IOException {
        return new Messages(count(maildir.resolve("new")) + count(maildir.resolve("cur")));
    }

    private static long count(Path part) throws IOException {
        Optional<DiskAttributes> found = Disk.look(part);
        if (found.isEmpty() || !found.get().isDirectory()) {
            return 0;
        }
        try (DirectoryStream<Path> names = Files.newDirectoryStream(part)) {
            long count = 0;
            var each = names.iterator();
            while (count < ENOUGH && each.hasNext()) {
                each.next();
                count++;
            }
            return count;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** In words: no mail, 1 message, 12 messages. */
    public String words() {
        if (count == 0) {
            return "no mail";
        }
        return count == 1 ? "1 message" : count + (count < ENOUGH ? "" : " or more") + " messages";
    }
}
