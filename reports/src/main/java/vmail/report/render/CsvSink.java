package vmail.report.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/**
 * The findings as CSV (RFC 4180, but lines end with LF), a header line and one line each; for a spreadsheet. Cells are
 * inert text and never formulas ({@link FormulaGuard}).
 */
public final class CsvSink implements FindingSink {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader("rule", "severity", "effect", "origin", "dn", "message", "remedy")
            .get();

    private final CSVPrinter csv;

    /** @param out stays open */
    public CsvSink(OutputStream out) {
        try {
            this.csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), FORMAT);
        } catch (IOException e) {
            throw new ReportNotWritten("the CSV report", e);
        }
    }

    @Override
    public void add(Finding finding) {
        try {
            csv.printRecord(
                    cell(finding.rule()),
                    finding.severity(),
                    finding.effect().name(),
                    cell(finding.origin().toString()),
                    cell(finding.dn()),
                    cell(finding.message()),
                    cell(finding.remedy()));
        } catch (IOException e) {
            throw new ReportNotWritten("the CSV report", e);
        }
    }

    private static String cell(String value) {
        return FormulaGuard.put(InertText.of(value));
    }

    @Override
    public void finish(RunSummary summary) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the CSV report", e);
        }
    }

    @Override
    public void close() {
        // the output belongs to who opened it
    }
}
