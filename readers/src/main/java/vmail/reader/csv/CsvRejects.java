package vmail.reader.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vmail.reader.source.PrintableText;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.TextFile;

/**
 * Rejected rows below the header they had, with the reason in a first column: a table that can be corrected and read again.
 *
 * <p>Passwords are left out. Of a row that can not be parsed nobody knows which cell is one, so only a comment tells where
 * it is and why.
 */
public final class CsvRejects {

    private static final int LONGEST_REASON = 4000;

    private final String name;
    private final Header header;
    private final Appendable out;
    private final CSVPrinter printer;

    private CsvRejects(String name, Header header, Appendable out) throws IOException {
        this.name = name;
        this.header = header;
        this.out = out;
        this.printer = new CSVPrinter(out, CsvCells.format(header.separator()));
    }

    /** @param reasonsByFirstLine rows that are not in the file are passed over */
    public static void copy(
            TextFile file, ReadOptions options, Map<Long, List<String>> reasonsByFirstLine, Appendable out)
            throws IOException {
        try (CsvTable table = CsvTable.open(file, options)) {
            CsvRejects rejects = new CsvRejects(file.name(), table.header(), out);
            rejects.writeHeader();
            for (CsvTable.@Nullable Row row = table.next(); row != null; row = table.next()) {
                List<String> reasons = reasonsByFirstLine.get(row.line());
                if (reasons != null) {
                    rejects.write(row, reasons);
                }
            }
        }
    }

    private void writeHeader() throws IOException {
        List<String> titles = new ArrayList<>(List.of("reason"));
        columns().forEach(column -> titles.add(header.titles().get(column)));
        printer.printRecord(titles);
    }

    private void write(CsvTable.Row row, List<String> reasons) throws IOException {
        String why = name + ":" + row.line() + ": " + String.join(" | ", reasons);
        String reason = PrintableText.of(why, LONGEST_REASON);
        if (row.fault().isPresent()) {
            out.append("# ").append(reason).append('\n');
            return;
        }
        List<String> cells = new ArrayList<>(List.of(reason));
        columns()
                .forEach(column -> cells.add(isSecret(column) ? "" : row.cells().get(column)));
        printer.printRecord(cells);
    }

    private IntStream columns() {
        return IntStream.range(0, header.named())
                .filter(column -> !ColumnNames.isIgnored(header.titles().get(column)));
    }

    private boolean isSecret(int column) {
        return header.attribute(column).equals(Optional.of("userPassword"));
    }
}
