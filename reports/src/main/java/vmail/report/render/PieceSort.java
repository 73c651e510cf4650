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
 * Sorts any number of things in little memory: pieces that fit are sorted there and written to a file, and then merged.
 *
 * <p>The file is in the temporary directory and has no name any more once it is open: a kill leaves nothing.
 */
final class PieceSort<T> implements Closeable {

    private static final int WRITE = 1 << 16;

    private final Comparator<T> order;
    private final Form<T> form;
    private final long most;
    private final List<T> piece = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private long size;
    private @Nullable FileChannel file;

    /** @param most of the {@link Form#size sizes} of a piece */
    PieceSort(Comparator<T> order, Form<T> form, long most) {
        this.order = order;
        this.form = form;
        this.most = most;
    }

    /** How a thing is kept. */
    interface Form<T> {

        /** The name of many, for a message. */
        String things();

        /** Characters that it takes of the memory; about. */
        long size(T thing);

        /** Without a line end. */
        String line(T thing);

        /** @param line of {@link #line} */
        T thing(String line);
    }

    /** @throws ReportNotWritten when the temporary directory does not take it */
    void add(T thing) {
        piece.add(thing);
        size += form.size(thing);
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
        piece.sort(order);
        StringBuilder lines = new StringBuilder();
        for (T thing : piece) {
            lines.append(form.line(thing)).append('\n');
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

    /** Hands all over in their order; can be called again. */
    void forEach(Consumer<T> out) {
        piece.sort(order);
        PriorityQueue<Piece<T>> pieces = new PriorityQueue<>((one, other) -> order.compare(one.next, other.next));
        Piece.add(piece.iterator(), pieces);
        long start = 0;
        for (long end : ends) {
            Piece.add(spilled(start, end), pieces);
            start = end;
        }
        while (!pieces.isEmpty()) {
            Piece<T> first = pieces.remove();
            out.accept(first.next);
            Piece.add(first.rest, pieces);
        }
    }

    private Iterator<T> spilled(long start, long end) {
        FileChannel known = file;
        if (known == null) {
            throw new AssertionError("a piece without a file");
        }
        return new BufferedReader(new InputStreamReader(new FilePart(known, start, end), StandardCharsets.UTF_8))
                .lines()
                .map(form::thing)
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

    private ReportNotWritten notWritten(IOException e) {
        return new ReportNotWritten(form.things() + " to be sorted in the temporary directory", e);
    }

    /** A sorted piece from its next thing on. */
    private record Piece<T>(T next, Iterator<T> rest) {

        static <T> void add(Iterator<T> things, PriorityQueue<Piece<T>> pieces) {
            if (things.hasNext()) {
                pieces.add(new Piece<>(things.next(), things));
            }
        }
    }
}
