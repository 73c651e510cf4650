package vmail.report.render;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
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
import tools.jackson.core.JsonGenerator;
import vmail.report.run.RunFinding;

/**
 * Sorts any number of findings in little memory: pieces that fit are sorted there and written to a file, and then merged. H2
 * would sort them in a tree on disk, which takes ten times as long.
 *
 * <p>The file is in the temporary directory and has no name any more once it is open: a kill leaves nothing.
 */
public final class FindingSort implements Closeable {

    /** Characters of a piece; takes about three times as many bytes of memory. */
    private static final long PIECE = 4_000_000;
    /** What a finding takes besides its texts. */
    private static final long OVERHEAD = 300;

    private final Comparator<RunFinding> order;
    private final List<RunFinding> piece = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private long size;
    private long count;
    private @Nullable FileChannel file;

    public FindingSort(Comparator<RunFinding> order) {
        this.order = order;
    }

    /** @throws ReportNotWritten when the temporary directory does not take them */
    public void add(RunFinding finding) {
        piece.add(finding);
        count++;
        size += OVERHEAD
                + finding.dn().length()
                + finding.place().length()
                + finding.about().length()
                + finding.message().length()
                + finding.remedy().length()
                + finding.origin().length()
                + finding.modifiedBy().length();
        if (size > PIECE) {
            try {
                spill();
            } catch (IOException e) {
                throw new ReportNotWritten("findings to be sorted in the temporary directory", e);
            }
        }
    }

    public long count() {
        return count;
    }

    private void spill() throws IOException {
        FileChannel spilled = opened();
        piece.sort(order);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (RunFinding finding : piece) {
            try (JsonGenerator json = AsciiJson.generator(lines)) {
                json.writeStartObject();
                new RunJson(json).finding(finding);
                json.writeEndObject();
            }
            lines.write('\n');
            if (lines.size() > 1 << 16) {
                write(lines, spilled);
            }
        }
        write(lines, spilled);
        ends.add(spilled.position());
        piece.clear();
        size = 0;
    }

    private static void write(ByteArrayOutputStream lines, FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        lines.reset();
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

    /** Hands the findings over in their order; can be called again. */
    public void forEach(Consumer<RunFinding> out) {
        piece.sort(order);
        PriorityQueue<Piece> pieces = new PriorityQueue<>((one, other) -> order.compare(one.next, other.next));
        Piece.add(piece.iterator(), pieces);
        long start = 0;
        for (long end : ends) {
            Piece.add(spilled(start, end), pieces);
            start = end;
        }
        while (!pieces.isEmpty()) {
            Piece first = pieces.remove();
            out.accept(first.next);
            Piece.add(first.rest, pieces);
        }
    }

    private Iterator<RunFinding> spilled(long start, long end) {
        FileChannel known = file;
        if (known == null) {
            throw new AssertionError("a piece without a file");
        }
        return new BufferedReader(new InputStreamReader(new FilePart(known, start, end), StandardCharsets.US_ASCII))
                .lines()
                .map(line -> new RunLine(JsonLine.of(line)).finding())
                .iterator();
    }

    @Override
    public void close() {
        FileChannel known = file;
        if (known != null) {
            try {
                known.close();
            } catch (IOException e) {
                throw new ReportNotWritten("findings to be sorted in the temporary directory", e);
            }
        }
    }

    /** A sorted piece from its next finding on. */
    private record Piece(RunFinding next, Iterator<RunFinding> rest) {

        static void add(Iterator<RunFinding> findings, PriorityQueue<Piece> pieces) {
            if (findings.hasNext()) {
                pieces.add(new Piece(findings.next(), findings));
            }
        }
    }
}
