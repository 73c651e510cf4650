package vmail.reader.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vmail.reader.source.Fault;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;
import vmail.reader.source.UnusableSource;

/** A CSV file cut into rows of cells, as many as its header has. */
final class CsvTable implements Closeable {

    /** Without these no account can be made of any row. */
    private static final List<String> REQUIRED = List.of("cn", "sn", "uid", "mail");

    /**
     * @param cells as many as the header has named columns; none when there is a fault
     */
    record Row(long line, List<String> cells, Optional<Fault> fault) {}

    private final CsvRows rows;
    private final Header header;
    private final CsvCells cells;

    private CsvTable(CsvRows rows, Header header) {
        this.rows = rows;
        this.header = header;
        this.cells = new CsvCells(header.separator());
    }

    static CsvTable open(TextFile file, ReadOptions options) throws IOException {
        String name = file.name();
        CsvRows rows = CsvRows.open(file);
        try {
            TextLine line = rows.firstLine();
            if (line == null) {
                throw new UnusableSource(
                        name, "the file is empty, it has no header", "Start it with names such as cn,sn,uid,mail");
            }
            Header header = Header.of(name, line.number(), line.text());
            checkComplete(name, header, options);
            return new CsvTable(rows, header);
        } catch (IOException e) {
            rows.close();
            throw e;
        }
    }

    Header header() {
        return header;
    }

    /** The next row that has anything in it; null at the end. */
    @Nullable
    Row next() throws IOException {
        for (@Nullable CsvRow row = rows.next(header.separator()); row != null; row = rows.next(header.separator())) {
            // also of a cell that runs over lines: no attribute of the howto has a line break
            if (row.fault().isPresent()) {
                return new Row(row.firstLine(), List.of(), row.fault());
            }
            List<String> found = cells.of(row.text());
            if (!found.stream().allMatch(String::isBlank)) {
                return fitted(row.firstLine(), found);
            }
        }
        return null;
    }

    private Row fitted(long line, List<String> found) {
        int named = header.named();
        if (found.size() < named || found.size() > header.titles().size()) {
            return new Row(line, List.of(), ragged(found.size()));
        }
        for (int i = named; i < found.size(); i++) {
            if (!found.get(i).isBlank()) {
                return new Row(
                        line,
                        List.of(),
                        Fault.of("cell %d stands in a column without a name".formatted(i + 1), "Name it, or empty it"));
            }
        }
        return new Row(line, found.subList(0, named), Optional.empty());
    }

    private Optional<Fault> ragged(int found) {
        return Fault.of(
                "found %d %s, expected %d as in the header on line %d"
                        .formatted(found, found == 1 ? "cell" : "cells", header.named(), header.line()),
                "Look for a separator that is missing, or one in a cell without quotes");
    }

    private static void checkComplete(String name, Header header, ReadOptions options) throws UnusableSource {
        Set<String> given = new TreeSet<>();
        for (int i = 0; i < header.titles().size(); i++) {
            header.attribute(i).ifPresent(given::add);
        }
        options.defaults()
                .keySet()
                .forEach(key -> given.add(ColumnNames.attribute(key).orElse(key)));
        List<String> missing = REQUIRED.stream()
                .filter(attribute -> !given.contains(attribute))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnusableSource(
                    name + ":" + header.line(),
                    "no column for " + String.join(", ", missing),
                    "Add it, or say how to make it, such as --default %s={localpart}".formatted(missing.get(0)));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
