package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vmail.report.Samples;

class CsvSinkTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesALinePerFinding() {
        try (CsvSink sink = new CsvSink(out)) {
            sink.add(Samples.twoMails());
            sink.finish(Samples.auditRun());
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        rule,severity,effect,origin,dn,message,remedy
                        single-mail,error,DOUBLE,accounts.ldif:7,"cn=Seven of Nine,ou=Tokelau,o=company","found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one",Keep one and move the others to mailAlternateAddress
                        """);
    }

    @Test
    void holdsNoFormula() throws IOException {
        List<String> formulas = List.of("=1+1", "+1", "-1", "@A1", "\"=1", "a,=1", "\t=1", "'=1");
        try (CsvSink sink = new CsvSink(out)) {
            formulas.forEach(formula -> sink.add(Samples.saying(formula)));
            sink.finish(Samples.auditRun());
        }

        List<CSVRecord> rows = rows();

        assertThat(rows).hasSize(formulas.size());
        assertThat(rows).flatMap(CSVRecord::toList).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r\\n\\x00-].*"));
        assertThat(rows).extracting(row -> row.get("message")).contains("'=1+1", "''=1", "a,=1");
    }

    @Test
    void holdsNothingThatATerminalObeys() throws IOException {
        try (CsvSink sink = new CsvSink(out)) {
            Payloads.ALL.forEach(payload -> sink.add(Samples.saying(payload)));
            sink.finish(Samples.auditRun());
        }

        Payloads.assertInert(out.toByteArray());
        assertThat(rows()).hasSize(Payloads.ALL.size());
    }

    @Test
    void failsWhenTheDiskIsFull() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            CsvSink sink = new CsvSink(full);
            sink.add(Samples.twoMails());

            assertThatThrownBy(() -> sink.finish(Samples.auditRun()))
                    .isInstanceOf(ReportNotWritten.class)
                    .hasMessageStartingWith("the CSV report could not be written: No space left on device. Make room");
        }
    }

    private List<CSVRecord> rows() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(out.toString(StandardCharsets.UTF_8)), format)) {
            return parser.getRecords();
        }
    }
}
