package vmail.reader.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952) and refuses what is no honest file: cut short, damaged, or more than 1,000 times its packed size
 * once 64 MiB have come out.
 *
 * <p>gzip packs 1 GB of zeros into 1 MB, 1,030:1; real account files stay below 100:1.
 */
final class GuardedGzip extends InputStream {

    private static final long HARMLESS = 64L << 20;
    private static final long RATIO = 1000;

    private final String name;
    private final Counted packed;
    private final InputStream unpacked;
    private long count;

    GuardedGzip(InputStream in, String name) throws IOException {
        this.name = name;
        this.packed = new Counted(in);
        try {
            this.unpacked = new GZIPInputStream(packed, 1 << 16);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n;
        try {
            n = unpacked.read(bytes, offset, length);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
        count += Math.max(n, 0);
        if (count > HARMLESS && count / RATIO > packed.count) {
            throw new UnusableSource(
                    name,
                    "the gzip data unpack to more than 1000 times their size, as no account file does",
                    "Unpack it with gunzip and look at it first");
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private UnusableSource damaged(IOException cause) {
        String what = cause instanceof EOFException ? "end too early" : "are damaged";
        return new UnusableSource(
                name,
                "the gzip data " + what,
                "Copy the file again; this tests it: gzip -t " + ShellWord.of(name),
                cause);
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
