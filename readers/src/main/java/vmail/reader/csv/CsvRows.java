package vmail.reader.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.reader.source.Fault;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;
import vmail.reader.source.TextLines;
import vmail.reader.source.UnusableSource;

/**
 * Puts physical lines together to records. After a faulty one it goes on with the next physical line, so that a quote too
 * many costs one record and never yields a wrong one.
 *
 * <p>A cell that runs over lines is a fault: no attribute of an account has a line break, and two open quotes far from
 * each other look just like such a cell, with the end of one account behind the beginning of another. It may be one cell
 * after all when no separator stands in it, see {@link CsvRow#mayBreak}.
 */
final class CsvRows implements Closeable {

    private static final int LONGEST_LINE = 16 << 20;
    private static final int MOST_LINES = 50;
    private static final int LONGEST_LOOK_AHEAD = 64 << 10;

    private final String name;
    private final TextLines lines;
    private final Deque<TextLine> ahead = new ArrayDeque<>();

    private CsvRows(String name, TextLines lines) {
        this.name = name;
        this.lines = lines;
    }

    static CsvRows open(TextFile file) throws IOException {
        return new CsvRows(file.name(), TextLines.open(file, LONGEST_LINE));
    }

    /** The first line of content: comments above a header need no blank, as {@code #TYPE System.Object} of PowerShell. */
    @Nullable
    TextLine firstLine() throws IOException {
        @Nullable TextLine line = nextLine();
        while (line != null && line.text().startsWith("#")) {
            line = nextLine();
        }
        return line;
    }

    /** The next line that is neither blank nor a comment ({@code # } and text); null at the end. */
    @Nullable
    TextLine nextLine() throws IOException {
        for (@Nullable TextLine line = take(); line != null; line = take()) {
            if (line.cut()) {
                throw new UnusableSource(
                        name + ":" + line.number(),
                        "the line is longer than 16 MiB, as no table of accounts has it",
                        "Check that this is a CSV file");
            }
            if (!line.text().isBlank() && !line.text().startsWith("# ")) {
                return line;
            }
        }
        return null;
    }

    /** Makes a line the next one again. */
    void putBack(TextLine line) {
        ahead.addFirst(line);
    }

    /** The next record; null at the end. */
    @Nullable
    CsvRow next(char separator) throws IOException {
        TextLine first = nextLine();
        if (first == null) {
            return null;
        }
        if (first.hasNul()) {
            return CsvRow.faulty(first.number(), new Fault("the row contains a NUL character", "Remove it"));
        }
        RowScanner scanner = new RowScanner(separator);
        scanner.add(first.text());
        List<TextLine> more = scanner.isOpen() ? complete(scanner) : List.of();
        if (scanner.isOpen() || scanner.fault().isPresent()) {
            for (int i = more.size() - 1; i >= 0; i--) {
                ahead.addFirst(more.get(i));
            }
            Optional<Fault> own = more.isEmpty() ? scanner.fault() : Optional.empty();
            return CsvRow.faulty(first.number(), own.orElseGet(scanner::notClosed));
        }
        Optional<Fault> doubt = scanner.hasLineBreak() ? Optional.of(lineBreak(first, more)) : Optional.empty();
        return new CsvRow(first.number(), scanner.text(), doubt, doubt.isPresent() && !scanner.hasDoubtfulBreak());
    }

    /** Adds lines until the quote is closed, something is wrong, or it is too far away to belong to the first line. */
    private List<TextLine> complete(RowScanner scanner) throws IOException {
        List<TextLine> more = new ArrayList<>();
        int length = 0;
        while (scanner.isOpen() && scanner.fault().isEmpty() && more.size() < MOST_LINES - 1) {
            TextLine line = take();
            if (line == null) {
                break;
            }
            more.add(line);
            length += line.text().length();
            if (line.cut() || line.hasNul() || length > LONGEST_LOOK_AHEAD) {
                break;
            }
            scanner.add(line.text());
        }
        return more;
    }

    private @Nullable TextLine take() throws IOException {
        TextLine line = ahead.poll();
        return line != null ? line : lines.next();
    }

    private static Fault lineBreak(TextLine first, List<TextLine> more) {
        long last = more.get(more.size() - 1).number();
        return new Fault(
                "a quoted cell runs over lines %d-%d".formatted(first.number(), last),
                "Write the row in one line, several values divided by '|'; or close a quote left open");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
