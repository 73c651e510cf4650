package vmail.report.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import vmail.report.run.RunContents;

/**
 * Writes {@code run.jsonl}, from which every other report of a run is made. JSON lines: one object a line, in ASCII
 * ({@link AsciiJson}); the same contents give the same bytes. {@link RunFile} reads it.
 *
 * <p>The field {@code type} comes first in each line and says what it is:
 *
 * <ol>
 *   <li>{@code run}, once: {@code schema} (this is schema {@value RunFile#SCHEMA}; another number means that fields have
 *       another meaning, a field more does not change it), {@code run} (its id), {@code command}, {@code state}, {@code
 *       started}, {@code ended}, what its command counts, {@code verdict}, {@code checked}, findings by severity and by
 *       effect, {@code notes}, {@code reasons} (why inconclusive), {@code scope}, {@code facts}, {@code conclusive}, findings
 *       by {@code state}, {@code affected}, {@code messages}, {@code people} by effect, {@code open} (findings that nobody
 *       has accepted, by severity)
 *   <li>{@code finding}, one each, in the order of {@link RunContents#findings}, with the fields of {@link
 *       vmail.report.run.RunFinding}
 *   <li>{@code fixed}, one each, with the same fields
 *   <li>{@code trend}, one each, with the fields of {@link vmail.report.run.TrendPoint}
 *   <li>{@code access}, one each, of audits: the shared folders with the most readers, with the fields of {@link
 *       vmail.report.run.FolderAccess}; how many there are is in {@code facts}
 *   <li>{@code end}, once: how many lines of each kind there are. A file without it is incomplete.
 * </ol>
 *
 * <p>Times are UTC (ISO 8601). What does not apply is left out; texts that are empty are not. {@code run-schema.json} beside
 * this class says the same to programs (JSON Schema 2020-12, for one line).
 */
final class RunFileWriter {

    private static final int LINE = 4096;

    private final OutputStream out;
    /** A line is put together here: closing its generator would flush the file each time. */
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(LINE);

    private long findings;
    private long fixed;
    private long trend;
    private long access;

    private RunFileWriter(OutputStream out) {
        this.out = out;
    }

    /** @param out stays open */
    static void write(RunContents contents, OutputStream out) {
        new RunFileWriter(out).write(contents);
    }

    private void write(RunContents contents) {
        contents.head().run().counts().ifPresent(counts -> counts.mustAddUp());
        line("run", json -> {
            json.writeNumberProperty("schema", RunFile.SCHEMA);
            new RunJson(json).head(contents.head());
        });
        contents.findings(finding -> {
            findings++;
            line("finding", json -> new RunJson(json).finding(finding));
        });
        contents.fixed(finding -> {
            fixed++;
            line("fixed", json -> new RunJson(json).finding(finding));
        });
        contents.trend().forEach(point -> {
            trend++;
            line("trend", json -> new RunJson(json).trendPoint(point));
        });
        contents.access().forEach(folder -> {
            access++;
            line("access", json -> new RunJson(json).access(folder));
        });
        line(
                "end",
                json -> json.writeNumberProperty("findings", findings)
                        .writeNumberProperty("fixed", fixed)
                        .writeNumberProperty("trend", trend)
                        .writeNumberProperty("access", access));
    }

    private void line(String type, Consumer<JsonGenerator> fields) {
        line.reset();
        try (JsonGenerator json = AsciiJson.generator(line)) {
            json.writeStartObject().writeStringProperty("type", type);
            fields.accept(json);
            json.writeEndObject();
        }
        line.write('\n');
        try {
            line.writeTo(out);
        } catch (IOException e) {
            throw new ReportNotWritten("the run file", e);
        }
    }
}
