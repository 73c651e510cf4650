package vmail.report.findings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a database file shows before H2 is let at it. H2 makes an empty database of a file without content, and goes back
 * to an older state of a file that is cut, both without a word.
 *
 * <p>An MVStore file begins with two copies of its header, a line such as {@code H:2,block:a3,blockSize:1000,clean:1};
 * numbers are hexadecimal. {@code clean} means that it was closed in order, and that {@code block} is its newest chunk,
 * whose own header has its length in blocks. After a kill the newest chunk is further on, and H2 finds it.
 */
record DatabaseHeader(Path database) {

    private static final int BLOCK = 4096;
    private static final long HEADERS = 2L * BLOCK;
    private static final String BEGINNING = "H:2,";

    /**
     * @throws WorkspaceDamaged when this can not be a database of ours, whole
     * @throws IOException when it can not be read and written; H2 would open it read-only without a word
     */
    void check() throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(database, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw WorkspaceDamaged.unreadable(database, "it is not a file");
        }
        if (attributes.size() <= HEADERS) {
            throw WorkspaceDamaged.unreadable(database, "it has only " + attributes.size() + " bytes");
        }
        try (FileChannel file = FileChannel.open(
                database, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            checkContent(file);
        }
    }

    private void checkContent(FileChannel file) throws IOException {
        String first = line(file, 0);
        if (!first.startsWith(BEGINNING) && !line(file, BLOCK).startsWith(BEGINNING)) {
            throw WorkspaceDamaged.unreadable(database, "it is no database of H2");
        }
        Map<String, String> header = fields(first);
        if (!header.containsKey("clean")) {
            return;
        }
        long block = number(header, "block");
        long end = block + number(fields(line(file, block * BLOCK)), "len");
        if (end <= block || end * BLOCK > file.size()) {
            throw WorkspaceDamaged.unreadable(database, "it is cut at " + file.size() + " bytes");
        }
    }

    /** The text of a block up to the line end or padding; empty beyond the end of the file. */
    private static String line(FileChannel file, long position) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        int read = 0;
        while (block.hasRemaining() && read >= 0) {
            read = file.read(block, position + block.position());
        }
        String text = new String(block.array(), 0, block.position(), StandardCharsets.ISO_8859_1);
        return text.lines().findFirst().orElse("");
    }

    private static Map<String, String> fields(String line) {
        return Arrays.stream(line.strip().split(",", -1))
                .map(field -> field.split(":", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (one, other) -> one));
    }

    /** 0 when there is none. */
    private static long number(Map<String, String> fields, String name) {
        String digits = fields.getOrDefault(name, "");
        return digits.matches("[0-9a-f]{1,12}") ? Long.parseLong(digits, 16) : 0;
    }
}
