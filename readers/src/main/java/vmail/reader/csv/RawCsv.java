package vmail.reader.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.account.SourceLine;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.Fault;
import vmail.reader.source.RawOptions;
import vmail.reader.source.RawOptions.Rows;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;
import vmail.reader.source.RawValues;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;
import vmail.reader.source.UnusableSource;

/**
 * Every row of a table of whatever columns. Blank rows, rows of separators only, and lines that start with {@code # } are
 * no records.
 */
public final class RawCsv implements RawReader {

    private final String name;
    private final CsvRows rows;
    private final char separator;
    private final RawOptions options;
    private final List<String> titles;
    private final Map<Integer, Integer> repeated;
    private final long header;
    private final CsvCells parser;
    private List<String> cells = List.of();

    private RawCsv(String name, CsvRows rows, RawHeader header, RawOptions options) {
        this.name = name;
        this.rows = rows;
        this.options = options;
        this.separator = header.separator();
        this.titles = header.titles();
        this.header = header.line();
        this.repeated = header.repeated();
        this.parser = new CsvCells(separator);
    }

    /** @throws UnusableSource when the table is empty, or has no header although the options ask for one */
    public static RawCsv open(TextFile file, RawOptions options) throws IOException {
        String name = file.name();
        CsvRows rows = CsvRows.open(file);
        try {
            TextLine first = rows.firstLine();
            if (first == null) {
                throw new UnusableSource(
                        name, "the file is empty, it has no header", "Start it with names such as cn,sn,uid,mail");
            }
            if (!options.isHeaderless()) {
                return new RawCsv(name, rows, RawHeader.of(name, first.number(), first.text()), options);
            }
            if (!options.titled()) {
                rows.putBack(first);
            }
            int width = options.columns().size();
            char separator = Separators.of(first.text(), cells -> width > 0 && cells.size() == width ? 1 : 0);
            RawHeader columns = new RawHeader(0, separator, options.columns());
            return new RawCsv(name, rows, columns, options);
        } catch (IOException e) {
            rows.close();
            throw e;
        }
    }

    /** The names of the columns by the file's first row; none when that does not read like names. */
    public static List<String> titles(TextFile file) throws IOException {
        try (CsvRows rows = CsvRows.open(file)) {
            TextLine first = rows.firstLine();
            return first == null ? List.of() : RawHeader.titles(first.text());
        }
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    /** The cells of the row that was read last, as they are written; not those of one that can not be read. */
    List<String> cells() {
        return cells;
    }

    public char separator() {
        return separator;
    }

    @Override
    public List<Problem> notes() {
        List<Problem> notes = new ArrayList<>();
        repeated.forEach((later, earlier) -> notes.add(new Problem(
                new SourceLine(name, header),
                "columns %d and %d are both named %s".formatted(earlier + 1, later + 1, titles.get(earlier)),
                "Remove one; a row where they differ is rejected")));
        return notes;
    }

    @Override
    public @Nullable RawRecord read() throws IOException {
        for (CsvRow row = rows.next(separator); row != null; row = rows.next(separator)) {
            SourceLine origin = new SourceLine(name, row.firstLine());
            List<String> found = row.text().isEmpty() ? List.of() : parser.of(row.text());
            if (row.fault().isPresent() && !(row.mayBreak() && found.size() == titles.size())) {
                return RawRecord.unreadable(origin, row.fault().get());
            }
            if (!found.stream().allMatch(String::isBlank)) {
                cells = found;
                return record(origin, found);
            }
        }
        return null;
    }

    private RawRecord record(SourceLine origin, List<String> found) {
        Optional<Fault> fault = widthFault(found).or(() -> differing(found));
        if (fault.isPresent()) {
            return RawRecord.unreadable(origin, fault.get());
        }
        RawValues.Builder values = new RawValues.Builder();
        for (int i = 0; i < found.size(); i++) {
            if (!repeated.containsKey(i)) {
                values.add(title(i), value(found.get(i)));
            }
        }
        return new RawRecord(origin, Optional.empty(), values.build(), List.of(), List.of());
    }

    /** A column without a name is named by its position, which nothing is lost by. */
    private String title(int column) {
        String title = column < titles.size() ? titles.get(column) : "";
        return title.isEmpty() ? Integer.toString(column + 1) : title;
    }

    private String value(String cell) {
        String value = cell.strip();
        if (options.empty().contains(value)) {
            return "";
        }
        boolean guard = options.guarded()
                && value.length() > 1
                && value.charAt(0) == '\''
                && "=+-@".indexOf(value.charAt(1)) >= 0;
        return guard ? value.substring(1) : value;
    }

    private Optional<Fault> widthFault(List<String> found) {
        if (options.rows() == Rows.FREE) {
            return Optional.empty();
        }
        int last = lastFilled(found);
        boolean tooShort = options.rows() == Rows.EXACT && found.size() < named();
        if (tooShort || last > titles.size()) {
            return Fault.of(
                    "found %d %s, expected %d%s"
                            .formatted(
                                    found.size(),
                                    found.size() == 1 ? "cell" : "cells",
                                    titles.size(),
                                    header == 0 ? "" : " as in the header on line " + header),
                    "Look for a separator that is missing, or one in a cell without quotes");
        }
        // a trailing separator in the header: what stands there was most probably pushed there by a cell without quotes
        return header != 0 && last > named()
                ? Fault.of("cell %d stands in a column without a name".formatted(last), "Name it, or empty it")
                : Optional.empty();
    }

    private Optional<Fault> differing(List<String> found) {
        for (Map.Entry<Integer, Integer> pair : repeated.entrySet()) {
            int later = pair.getKey();
            int earlier = pair.getValue();
            if (later < found.size() && !value(found.get(later)).equals(value(found.get(earlier)))) {
                return Fault.of(
                        "columns %d and %d are both named %s but differ"
                                .formatted(earlier + 1, later + 1, titles.get(earlier)),
                        "Say which is right, and remove the other column");
            }
        }
        return Optional.empty();
    }

    /** The columns up to the last that has a name. */
    private int named() {
        return lastFilled(titles);
    }

    private static int lastFilled(List<String> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
