package vmail.report.findings;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/** What a file shows before H2 is let at it: H2 makes an empty database of a file without content and says nothing. */
final class DatabaseHeader {

    /** Two copies of the header, 4,096 bytes each; a database with tables has more. */
    private static final long HEADERS = 8192;

    private static final byte[] BEGINNING = "H:2,".getBytes(StandardCharsets.US_ASCII);

    private DatabaseHeader() {}

    /**
     * @throws WorkspaceDamaged when this can not be a database of ours
     * @throws IOException when it can not be read and written; H2 would open it read-only without a word
     */
    static void check(Path database) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(database, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw WorkspaceDamaged.unreadable(database, "it is not a file");
        }
        if (attributes.size() <= HEADERS) {
            throw WorkspaceDamaged.unreadable(database, "it has only " + attributes.size() + " bytes");
        }
        try (FileChannel channel = FileChannel.open(
                database, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            byte[] start = Channels.newInputStream(channel).readNBytes(BEGINNING.length);
            if (!Arrays.equals(start, BEGINNING)) {
                throw WorkspaceDamaged.unreadable(database, "it is no database of H2");
            }
        }
    }
}
