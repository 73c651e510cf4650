package vmail.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import vmail.rule.Examination;
import vmail.rule.Examination.Verdict;

/** What {@code vmail doctor} has seen as one JSON object on one line, for programs; all but ASCII is escaped. */
public final class ExaminationsJson {

    private ExaminationsJson() {}

    /** @param out stays open */
    public static void write(List<Examination> examinations, OutputStream out) {
        JsonSink.writing(() -> {
            try (JsonGenerator json = AsciiJson.generator(out)) {
                json.writeStartObject().writeStringProperty("command", "doctor").writeArrayPropertyStart("checks");
                examinations.forEach(each -> write(json, each));
                json.writeEndArray().writeObjectPropertyStart("verdicts");
                for (Verdict verdict : Verdict.values()) {
                    long count = examinations.stream()
                            .filter(each -> each.verdict() == verdict)
                            .count();
                    json.writeNumberProperty(verdict.toString(), count);
                }
                json.writeEndObject().writeEndObject();
            }
        });
        try {
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the JSON report", e);
        }
    }

    private static void write(JsonGenerator json, Examination each) {
        json.writeStartObject()
                .writeStringProperty("check", each.rule().id())
                .writeStringProperty("verdict", each.verdict().toString())
                .writeStringProperty("text", each.text())
                .writeArrayPropertyStart("findings");
        each.findings().forEach(finding -> JsonSink.write(finding, json));
        json.writeEndArray().writeEndObject();
    }
}
