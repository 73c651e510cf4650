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
import vmail.rule.Severity;

/**
 * One JSON object on one line: the findings as they are found, then the figures that apply to the command. For programs.
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
            writeRun(summary);
            writeFigures(summary);
            writeFindingCounts(summary);
            json.writeEndObject();
            json.flush();
        });
        endLine(out);
    }

    private static void endLine(OutputStream out) {
        try {
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the JSON report", e);
        }
    }

    private void writeRun(RunSummary run) {
        if (!run.id().isEmpty()) {
            json.writeStringProperty("run", run.id());
        }
        json.writeStringProperty("command", run.command())
                .writeStringProperty("state", run.state())
                .writeStringProperty("started", run.started().toString());
        run.ended().ifPresent(ended -> json.writeStringProperty("ended", ended.toString()));
    }

    private void writeFigures(RunSummary run) {
        run.counts()
                .ifPresent(counts -> json.writeNumberProperty("read", counts.read())
                        .writeNumberProperty("accounts", counts.accounts())
                        .writeNumberProperty("shared", counts.shared())
                        .writeNumberProperty("aliases", counts.aliases())
                        .writeNumberProperty("domains", counts.domains())
                        .writeNumberProperty("rejected", counts.rejected())
                        .writeNumberProperty("skipped", counts.skipped())
                        .writeNumberProperty("lost", counts.lost()));
        run.changes()
                .ifPresent(changes -> json.writeNumberProperty("added", changes.added())
                        .writeNumberProperty("changed", changes.changed())
                        .writeNumberProperty("unchanged", changes.unchanged())
                        .writeNumberProperty("refused", changes.refused()));
        if (run.makesStores()) {
            json.writeNumberProperty("made", run.madeStores());
        }
        run.verdict()
                .ifPresent(verdict ->
                        json.writeStringProperty("verdict", verdict).writeNumberProperty("checked", run.checked()));
    }

    private void writeFindingCounts(RunSummary run) {
        json.writeObjectPropertyStart("severities");
        for (Severity severity : Severity.values()) {
            json.writeNumberProperty(severity.toString(), run.findings().getOrDefault(severity, 0L));
        }
        json.writeEndObject().writeObjectPropertyStart("effects");
        run.effects().forEach((effect, count) -> json.writeNumberProperty(effect.name(), count));
        json.writeEndObject();
        if (!run.notes().isEmpty()) {
            json.writeArrayPropertyStart("notes");
            run.notes().forEach(json::writeString);
            json.writeEndArray();
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
