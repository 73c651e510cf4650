package vmail.reader.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file and the encoding its text is in, decided once, so that every pass reads the same.
 *
 * @param name what origins and messages call the file
 */
public record TextFile(Path file, String name, TextEncoding encoding) {

    /** A file that is to be UTF-8. */
    public static TextFile utf8(Path file, String name) {
        return new TextFile(file, name, TextEncoding.UTF_8);
    }

    /** The text as UTF-8, whatever the file has; unpacked, without byte order mark. Of a UTF-8 file nothing is checked. */
    InputStream open() throws IOException {
        InputStream bytes = bytes(file, name);
        try {
            bytes.skipNBytes(encoding.mark());
            return encoding.charset().equals(StandardCharsets.UTF_8)
                    ? bytes
                    : new Transcoded(bytes, name, encoding.charset(), encoding.mark());
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The bytes of a file, unpacked when they are gzip (RFC 1952), which their first two tell. */
    static InputStream bytes(Path file, String name) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            PushbackInputStream head = new PushbackInputStream(bytes, 2);
            byte[] first = head.readNBytes(2);
            head.unread(first);
            boolean gzip = first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
            return gzip ? new GuardedGzip(head, name) : head;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
