package vmail.reader.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVPrinter;
import vmail.reader.source.PrintableText;
import vmail.reader.source.RawOptions;
import vmail.reader.source.RawRecord;
import vmail.reader.source.SecretNames;
import vmail.reader.source.TextFile;

/**
 * Rejected rows of a foreign table below the header they had, each with its reasons as a comment above: a table that can be
 * corrected and read again. Passwords are left out; of a row that can not be read, or whose columns have no names, nobody
 * knows which cell is one, so only the comment tells where it is.
 */
public final class RawCsvRejects {

    private RawCsvRejects() {}

    /** @param secrets further columns that are passwords */
    public static void copy(
            TextFile file,
            RawOptions options,
            Set<String> secrets,
            Map<Long, List<String>> reasonsByFirstLine,
            Appendable out)
            throws IOException {
        SecretNames names = new SecretNames(secrets);
        try (RawCsv table = RawCsv.open(file, options)) {
            CSVPrinter printer = new CSVPrinter(out, CsvCells.format(table.separator()));
            if (!options.isHeaderless() || options.titled()) {
                printer.printRecord(table.titles());
            }
            for (RawRecord record = table.read(); record != null; record = table.read()) {
                List<String> reasons = reasonsByFirstLine.get(record.origin().line());
                if (reasons == null) {
                    continue;
                }
                for (String reason : reasons) {
                    out.append("# ")
                            .append(PrintableText.of(record.origin() + ": " + reason))
                            .append('\n');
                }
                if (record.isReadable() && !table.titles().isEmpty()) {
                    printer.printRecord(cells(table, names));
                }
            }
        }
    }

    private static List<String> cells(RawCsv table, SecretNames names) {
        List<String> cells = new ArrayList<>();
        List<String> row = table.cells();
        for (int i = 0; i < row.size(); i++) {
            String title = i < table.titles().size() ? table.titles().get(i) : "";
            boolean kept = !title.isEmpty() && !names.contains(title);
            cells.add(kept ? row.get(i) : "");
        }
        return cells;
    }
}
