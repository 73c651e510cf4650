package vmail.reader.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The physical lines of a file: ends are LF, CRLF and lone CR; the text is decoded strictly, nothing is replaced.
 *
 * <p>Memory is bounded by the longest line taken: the rest of a longer one is passed over without keeping it.
 */
public final class TextLines implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int position;
    private int limit;
    private long bytesBefore;
    private long number;

    private TextLines(String name, InputStream in, int longest) {
        this.name = name;
        this.in = in;
        this.longest = longest;
    }

    /** @param longest the bytes of the longest line taken, as UTF-8 */
    public static TextLines open(TextFile file, int longest) throws IOException {
        TextLines lines = new TextLines(file.name(), file.open(), longest);
        lines.bytesBefore = file.encoding().mark();
        return lines;
    }

    /**
     * The next line; null at the end. What stands behind the last line end is a line only when it is not empty.
     *
     * @throws UnusableSource when a byte is not UTF-8, or the gzip data are damaged
     */
    public @Nullable TextLine next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        number++;
        long start = bytesBefore + position;
        int end = lineEnd();
        if (end < limit) {
            TextLine line = line(start, buffer, position, end - position);
            position = end;
            passLineEnd();
            return line;
        }
        byte[] collected = collect();
        return line(start, collected, 0, collected.length);
    }

    /** The bytes up to the line's end, which stand in more than one buffer; at most one more than the longest line. */
    private byte[] collect() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
        while (true) {
            int end = lineEnd();
            int room = longest + 1 - bytes.size();
            bytes.write(buffer, position, Math.min(room, end - position));
            position = end;
            if (position < limit) {
                passLineEnd();
                return bytes.toByteArray();
            }
            if (!fill()) {
                return bytes.toByteArray();
            }
        }
    }

    private int lineEnd() {
        int end = position;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private void passLineEnd() throws IOException {
        boolean carriageReturn = buffer[position++] == '\r';
        if (carriageReturn && (position < limit || fill()) && buffer[position] == '\n') {
            position++;
        }
    }

    private boolean fill() throws IOException {
        bytesBefore += limit;
        position = 0;
        limit = Math.max(in.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }

    private TextLine line(long start, byte[] bytes, int offset, int length) throws UnusableSource {
        if (length > longest) {
            return new TextLine(number, "", true);
        }
        return new TextLine(number, decoded(start, bytes, offset, length), false);
    }

    private String decoded(long start, byte[] bytes, int offset, int length) throws UnusableSource {
        boolean ascii = true;
        for (int i = offset; ascii && i < offset + length; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer input = ByteBuffer.wrap(bytes, offset, length);
        try {
            return utf8.decode(input).toString();
        } catch (CharacterCodingException e) {
            throw notUtf8(start + input.position() - offset, bytes[input.position()] & 0xff, e);
        }
    }

    private UnusableSource notUtf8(long offset, int value, CharacterCodingException cause) {
        return new UnusableSource(
                name + ":" + number,
                "the byte 0x%02X at offset %d is not UTF-8".formatted(value, offset),
                "Correct it, or name the encoding of the whole file: --encoding windows-1252",
                cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
