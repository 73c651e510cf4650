package vmail.report.render;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of lines in little memory, in the way of {@link FindingSort}. Equal lines are handed over once.
 *
 * <p>The file is in the temporary directory and has no name any more once it is open: a kill leaves nothing.
 */
final class LineSort implements Closeable {

    /** Characters of a piece. */
    private static final long PIECE = 4_000_000;
    /** What a line takes besides its characters. */
    private static final long OVERHEAD = 50;

    private static final int WRITE = 1 << 16;

    private final long most;
    private final List<String> piece = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private long size;
    private @Nullable FileChannel file;

    LineSort() {
        this(PIECE);
    }

    /** @param most characters of a piece */
    LineSort(long most) {
        this.most = most;
    }

    /**
     * @param line without a line end
     * @throws ReportNotWritten when the temporary directory does not take it
     */
    void add(String line) {
        piece.add(line);
        size += OVERHEAD + line.length();
        if (size > most) {
            try {
                spill();
            } catch (IOException e) {
                throw notWritten(e);
            }
        }
    }

    private void spill() throws IOException {
        FileChannel spilled = opened();
        piece.sort(Comparator.naturalOrder());
        StringBuilder lines = new StringBuilder();
        for (String line : piece) {
            lines.append(line).append('\n');
            if (lines.length() > WRITE) {
                write(lines, spilled);
            }
        }
        write(lines, spilled);
        ends.add(spilled.position());
        piece.clear();
        size = 0;
    }

    private static void write(StringBuilder lines, FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        lines.setLength(0);
    }

    private FileChannel opened() throws IOException {
        FileChannel known = file;
        if (known != null) {
            return known;
        }
        Path path = Files.createTempFile("vmail-sort", null, PrivateFiles.fileMode());
        FileChannel opened = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        file = opened;
        return opened;
    }

    void forEach(Consumer<String> out) {
        piece.sort(Comparator.naturalOrder());
        PriorityQueue<Piece> pieces = new PriorityQueue<>(Comparator.comparing(Piece::next));
        Piece.add(piece.iterator(), pieces);
        long start = 0;
        for (long end : ends) {
            Piece.add(spilled(start, end), pieces);
            start = end;
        }
        // no line: a line has no line end
        String last = "\n";
        while (!pieces.isEmpty()) {
            Piece first = pieces.remove();
            if (!first.next().equals(last)) {
                last = first.next();
                out.accept(last);
            }
            Piece.add(first.rest(), pieces);
        }
    }

    private Iterator<String> spilled(long start, long end) {
        FileChannel known = file;
        if (known == null) {
            throw new AssertionError("a piece without a file");
        }
        return new BufferedReader(new InputStreamReader(new FilePart(known, start, end), StandardCharsets.UTF_8))
                .lines()
                .iterator();
    }

    @Override
    public void close() {
        FileChannel known = file;
        if (known != null) {
            try {
                known.close();
            } catch (IOException e) {
                throw notWritten(e);
            }
        }
    }

    private static ReportNotWritten notWritten(IOException e) {
        return new ReportNotWritten("paths to be sorted in the temporary directory", e);
    }

    /** A sorted piece from its next line on. */
    private record Piece(String next, Iterator<String> rest) {

        static void add(Iterator<String> lines, PriorityQueue<Piece> pieces) {
            if (lines.hasNext()) {
                pieces.add(new Piece(lines.next(), lines));
            }
        }
    }
}
