package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import vmail.report.Samples;
import vmail.report.run.Counts;

class JsonSinkTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesOneObjectForAnImport() {
        try (JsonSink sink = new JsonSink(out)) {
            sink.add(Samples.twoMails());
            sink.finish(Samples.importRun());
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"findings\":[{\"rule\":\"single-mail\",\"severity\":\"error\",\"effect\":\"DOUBLE\","
                        + "\"origin\":\"accounts.ldif:7\",\"dn\":\"cn=Seven of Nine,ou=Tokelau,o=company\","
                        + "\"message\":\"found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one\","
                        + "\"remedy\":\"Keep one and move the others to mailAlternateAddress\"}],"
                        + "\"run\":\"20030516-100000-import\",\"command\":\"import\",\"state\":\"done\","
                        + "\"started\":\"2003-05-16T10:00:00Z\",\"ended\":\"2003-05-16T10:00:09Z\","
                        + "\"read\":120,\"accounts\":100,\"shared\":5,\"aliases\":30,\"domains\":3,"
                        + "\"rejected\":10,\"skipped\":5,\"lost\":0,"
                        + "\"added\":90,\"changed\":10,\"unchanged\":5,\"refused\":0,\"made\":420,"
                        + "\"verdict\":\"ok\",\"checked\":105,"
                        + "\"severities\":{\"note\":0,\"warning\":2,\"error\":1},"
                        + "\"effects\":{\"UNSEEN\":2,\"DOUBLE\":1},"
                        + "\"notes\":[\"10 records are in rejected.csv, ready to be corrected\"]}\n");
    }

    @Test
    void writesOnlyWhatApplies() {
        try (JsonSink sink = new JsonSink(out)) {
            sink.finish(Samples.auditRun());
        }

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"findings\":[],\"run\":\"a1\",\"command\":\"audit\",\"state\":\"done\","
                        + "\"started\":\"2003-05-16T10:00:00Z\",\"ended\":\"2003-05-16T10:00:01Z\","
                        + "\"verdict\":\"finding\",\"checked\":12,"
                        + "\"severities\":{\"note\":0,\"warning\":1,\"error\":0},\"effects\":{\"UNSEEN\":1}}\n");
    }

    @Test
    void givesEveryValueBackExactlyAndNothingToATerminal() {
        try (JsonSink sink = new JsonSink(out)) {
            Payloads.ALL.forEach(payload -> sink.add(Samples.saying(payload)));
            sink.finish(Samples.auditRun());
        }

        Payloads.assertInert(out.toByteArray());
        assertThat(values("message")).isEqualTo(Payloads.ALL);
    }

    @Test
    void isNoWholeObjectUntilFinished() {
        try (JsonSink sink = new JsonSink(out)) {
            sink.add(Samples.twoMails());
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("}\n");
    }

    @Test
    void refusesCountsThatDoNotAddUp() {
        try (JsonSink sink = new JsonSink(out)) {
            assertThatThrownBy(() -> sink.finish(Samples.checkRun(new Counts(3, 1, 1, 0, 0, 0, 0, 0))))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void failsWhenTheDiskIsFull() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            JsonSink sink = new JsonSink(full);

            assertThatThrownBy(() -> sink.finish(Samples.auditRun()))
                    .isInstanceOf(ReportNotWritten.class)
                    .hasMessageStartingWith("the JSON report could not be written: No space left on device. Make room");
        }
    }

    private List<String> values(String name) {
        List<String> values = new ArrayList<>();
        try (JsonParser json =
                JsonFactory.builder().build().createParser(ObjectReadContext.empty(), out.toByteArray())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && name.equals(json.currentName())) {
                    values.add(json.getString());
                }
            }
        }
        return values;
    }
}
