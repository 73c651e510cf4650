package vmail.report.render;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;

/**
 * One JSON object on one line: the findings, of an audit also the fixed ones and the trend, then the figures. For
 * programs that take a report in one piece; run.jsonl has the same in lines. In ASCII, see {@link AsciiJson}.
 */
public record JsonReport() implements Report {

    @Override
    public void write(RunContents contents, OutputStream out) {
        JsonSink.writing(() -> {
            try (JsonGenerator json = AsciiJson.generator(out)) {
                write(contents, json);
            }
        });
        JsonSink.endLine(out);
    }

    /** A run without its findings, as one object on one line. */
    public static void write(RunHead head, OutputStream out) {
        JsonSink.writeObject(out, json -> new RunJson(json).head(head));
    }

    private static void write(RunContents contents, JsonGenerator json) {
        RunJson fields = new RunJson(json);
        json.writeStartObject().writeName("findings").writeStartArray();
        contents.findings(finding -> write(finding, json));
        json.writeEndArray();
        if (contents.head().isAudit()) {
            json.writeName("fixed").writeStartArray();
            contents.fixed(finding -> write(finding, json));
            json.writeEndArray().writeName("trend").writeStartArray();
            contents.trend().forEach(point -> {
                json.writeStartObject();
                fields.trendPoint(point);
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        fields.head(contents.head());
        json.writeEndObject();
    }

    private static void write(RunFinding finding, JsonGenerator json) {
        json.writeStartObject();
        new RunJson(json).finding(finding);
        json.writeEndObject();
    }
}
