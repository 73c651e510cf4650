package vmail.report.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table for a spreadsheet, in the form of {@link CsvSink}: a header, then rows of inert text. */
public final class CsvRows {

    private final CSVPrinter csv;

    /** @param out stays open */
    public CsvRows(OutputStream out, String... titles) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(titles)
                .get();
        try {
            this.csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), format);
        } catch (IOException e) {
            throw new ReportNotWritten("the CSV table", e);
        }
    }

    public void add(String... cells) {
        try {
            csv.printRecord(Arrays.stream(cells).map(cell -> FormulaGuard.put(InertText.of(cell))));
        } catch (IOException e) {
            throw new ReportNotWritten("the CSV table", e);
        }
    }

    /** Everything is written when this returns. */
    public void finish() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the CSV table", e);
        }
    }
}
