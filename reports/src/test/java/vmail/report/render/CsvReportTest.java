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
import vmail.report.SampleContents;
import vmail.report.Samples;
import vmail.report.run.RunFinding;

class CsvReportTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesALinePerFinding() {
        write(Samples.found(Samples.twoMails()));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        rule,severity,effect,origin,dn,message,remedy,id,state,firstSeen,lastSeen,nights,place,about,mending,messages,modifiedBy,modifiedAt,acceptedBy,acceptedUntil,reason
                        single-mail,error,DOUBLE,accounts.ldif:7,"cn=Seven of Nine,ou=Tokelau,o=company","found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one",Keep one and move the others to mailAlternateAddress,9a9e10c4b6d2,found,2003-05-16T10:00:00Z,2003-05-16T10:00:00Z,0,,,by-hand,0,,,,,
                        """);
    }

    @Test
    void holdsNoFormula() throws IOException {
        List<String> formulas = List.of("=1+1", "+1", "-1", "@A1", "\"=1", "a,=1", "\t=1", "'=1");
        write(sayings(formulas));

        List<CSVRecord> rows = rows();

        assertThat(rows).hasSize(formulas.size());
        assertThat(rows).flatMap(CSVRecord::toList).noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r\\n\\x00-].*"));
        assertThat(rows).extracting(row -> row.get("message")).contains("'=1+1", "''=1", "a,=1");
    }

    @Test
    void holdsNothingThatATerminalObeys() throws IOException {
        write(sayings(Payloads.ALL));

        Payloads.assertInert(out.toByteArray());
        assertThat(rows()).hasSize(Payloads.ALL.size());
    }

    @Test
    void failsWhenTheDiskIsFull() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        SampleContents contents = SampleContents.of(Samples.auditRun(), Samples.found(Samples.twoMails()));
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThatThrownBy(() -> new CsvReport().write(contents, full))
                    .isInstanceOf(ReportNotWritten.class)
                    .hasMessageStartingWith("the CSV table could not be written: No space left on device. Make room");
        }
    }

    private void write(RunFinding... findings) {
        new CsvReport().write(SampleContents.of(Samples.auditRun(), findings), out);
    }

    private static RunFinding[] sayings(List<String> messages) {
        return messages.stream()
                .map(message -> Samples.found(Samples.saying(message)))
                .toArray(RunFinding[]::new);
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
