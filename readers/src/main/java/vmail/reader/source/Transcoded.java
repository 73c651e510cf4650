package vmail.reader.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of any encoding as UTF-8; a byte that the encoding does not have is refused, never replaced. */
final class Transcoded extends InputStream {

    private static final int BUFFER = 1 << 15;

    private final InputStream in;
    private final String name;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private ByteBuffer utf8 = ByteBuffer.allocate(0);
    private long offset;
    private long line = 1;
    private boolean carriageReturn;
    private boolean end;

    /** @param offset how many bytes of the file stand before these */
    Transcoded(InputStream in, String name, Charset charset, long offset) {
        this.in = in;
        this.name = name;
        this.offset = offset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (!utf8.hasRemaining()) {
            if (end) {
                return -1;
            }
            fill();
        }
        int n = Math.min(length, utf8.remaining());
        utf8.get(target, from, n);
        return n;
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = n < 0;
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        int before = bytes.position();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, end);
        if (end && !result.isError()) {
            decoder.flush(chars);
        }
        chars.flip();
        countLines();
        offset += bytes.position() - before;
        if (result.isError()) {
            throw undecodable();
        }
        // what the decoder gives holds whole characters only
        utf8 = StandardCharsets.UTF_8.encode(chars);
    }

    private void countLines() {
        for (int i = 0; i < chars.limit(); i++) {
            char c = chars.get(i);
            line += c == '\r' || (c == '\n' && !carriageReturn) ? 1 : 0;
            carriageReturn = c == '\r';
        }
    }

    private UnusableSource undecodable() {
        String charset = decoder.charset().name();
        return new UnusableSource(
                name + ":" + line,
                "the byte 0x%02X at offset %d is not %s".formatted(bytes.get(bytes.position()), offset, charset),
                "Name the encoding that the file has: --encoding NAME");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
