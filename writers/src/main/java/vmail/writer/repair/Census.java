package vmail.writer.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;
import vmail.writer.store.Standing;

/**
 * What a tree holds.
 *
 * @param messages files in directories called {@code new} or {@code cur}
 * @param bytes of all files
 */
public record Census(long messages, long bytes) {

    private static final Set<String> MAIL = Set.of("new", "cur");

    public static Census of(OpenMailBase disk, Path top) throws IOException, InTheWay {
        long[] count = {0, 0};
        disk.walk(top, (path, found) -> {
            if (found.isFile()) {
                count[0] += isMessage(path, found) ? 1 : 0;
                count[1] += found.attributes().size();
            }
        });
        return new Census(count[0], count[1]);
    }

    /** Whether what was found on a walk is a message. */
    public static boolean isMessage(Path path, Standing found) {
        Path folder = path.resolveSibling("").getFileName();
        return found.isFile() && folder != null && MAIL.contains(folder.toString());
    }
}
