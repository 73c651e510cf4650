package vmail.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import vmail.report.run.Counts;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/**
 * One JSON object on one line: the findings as they are found, then the figures that apply to the command. For programs, of
 * commands that keep no run; {@link JsonReport} is for the others.
 *
 * <p>In ASCII, see {@link AsciiJson}. Without {@link #finish} the object stays open and no
 * parser takes it for a whole report.
 */
public final class JsonSink implements FindingSink {

    private final OutputStream out;
    private final JsonGenerator json;

    /** @param out stays open, so that it may be standard output; wrap that in {@link CheckedOutput} */
    public JsonSink(OutputStream out) {
        this.out = out;
        this.json = AsciiJson.generator(out);
        writing(() -> json.writeStartObject().writeName("findings").writeStartArray());
    }

    /**
     * One object on one line, in the same form, for answers that are no run.
     *
     * @param out stays open
     * @param fields writes the object's fields
     */
    public static void writeObject(OutputStream out, Consumer<JsonGenerator> fields) {
        writing(() -> {
            try (JsonGenerator json = AsciiJson.generator(out)) {
                json.writeStartObject();
                fields.accept(json);
                json.writeEndObject();
            }
        });
        endLine(out);
    }

    @Override
    public void add(Finding finding) {
        writing(() -> write(finding, json));
    }

    /** A finding with all that it holds. */
    public static void write(Finding finding, JsonGenerator json) {
        json.writeStartObject()
                .writeStringProperty("rule", finding.rule())
                .writeStringProperty("severity", finding.severity().toString())
                .writeStringProperty("effect", finding.effect().name())
                .writeStringProperty("origin", finding.origin().toString())
                .writeStringProperty("dn", finding.dn())
                .writeStringProperty("message", finding.message())
                .writeStringProperty("remedy", finding.remedy())
                .writeEndObject();
    }

    @Override
    public void finish(RunSummary summary) {
        summary.counts().ifPresent(Counts::mustAddUp);
        writing(() -> {
            json.writeEndArray();
            new RunJson(json).run(summary);
            json.writeEndObject();
            json.flush();
        });
        endLine(out);
    }

    static void endLine(OutputStream out) {
        try {
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the JSON report", e);
        }
    }

    static void writing(Runnable step) {
        try {
            step.run();
        } catch (JacksonIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw new ReportNotWritten("the JSON report", cause);
        }
    }

    /** Gives back the buffers; what was not finished stays unfinished. */
    @Override
    public void close() {
        writing(json::close);
    }
}
