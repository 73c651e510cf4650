package vmail.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Standard output that tells when it fails. A {@link PrintStream} swallows every error and only keeps a flag, so that
 * {@code vmail audit > /full/disk} would end with exit 0 and half a report. Takes text for {@link TextSink} and bytes for
 * {@link JsonSink}.
 */
public final class CheckedOutput extends OutputStream implements Appendable {

    private final PrintStream out;

    /** @param out stays open */
    public CheckedOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public CheckedOutput append(CharSequence text) {
        out.append(text);
        return this;
    }

    @Override
    public CheckedOutput append(CharSequence text, int start, int end) {
        out.append(text, start, end);
        return this;
    }

    @Override
    public CheckedOutput append(char c) {
        out.append(c);
        return this;
    }

    @Override
    public void write(int b) {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        out.write(bytes, offset, length);
    }

    /**
     * Flushes, and fails if anything since the start of the program was not written.
     *
     * @throws IOException without the system's reason, which the stream has dropped
     */
    @Override
    public void flush() throws IOException {
        if (out.checkError()) {
            throw new IOException("the output does not take it (disk full or pipe closed)");
        }
    }

    /** Flushes; the stream itself stays open for what the program has yet to say. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
