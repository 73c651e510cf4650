package vmail.report.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file that others read other parts of at the same time. */
final class FilePart extends InputStream {

    private final FileChannel file;
    private final long end;
    private long position;

    /** @param file stays open */
    FilePart(FileChannel file, long start, long end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (position >= end) {
            return -1;
        }
        int most = (int) Math.min(length, end - position);
        int read = file.read(ByteBuffer.wrap(bytes, offset, most), position);
        position += Math.max(0, read);
        return read;
    }
}
