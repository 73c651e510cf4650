package vmail.writer.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of numbered LDIF change records that only grows; mode 0600. */
final class LdifLog implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("# change (\\d+)");

    private final FileChannel file;
    private final StringBuilder pending = new StringBuilder();
    private final long lastNumber;

    private LdifLog(FileChannel file, long lastNumber) {
        this.file = file;
        this.lastNumber = lastNumber;
    }

    static LdifLog open(Path path) throws IOException {
        FileChannel file = FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        long lastNumber = cutOffTornRecord(file);
        return new LdifLog(file, lastNumber);
    }

    long lastNumber() {
        return lastNumber;
    }

    void add(long number, String ldif) {
        pending.append("# change ").append(number).append('\n').append(ldif);
        pending.append(ldif.endsWith("\n") ? "\n" : "\n\n");
    }

    void add(String comment) {
        pending.append(comment);
    }

    /** Everything added so far is on the disk when this returns. */
    void force() throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(pending.toString());
        pending.setLength(0);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Each record ends with an empty line; what follows the last one was never sent. */
    private static long cutOffTornRecord(FileChannel file) throws IOException {
        // not closed: that would close the channel
        BufferedReader lines = new BufferedReader(Channels.newReader(file, StandardCharsets.UTF_8));
        long number = 0;
        long whole = 0;
        long read = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read += line.getBytes(StandardCharsets.UTF_8).length + 1;
            Matcher numbered = NUMBER.matcher(line);
            if (numbered.matches()) {
                number = Math.max(number, Long.parseLong(numbered.group(1)));
            }
            if (line.isEmpty()) {
                whole = read;
            }
        }
        long end = Math.min(whole, file.size());
        file.truncate(end);
        file.position(end);
        return number;
    }
}
