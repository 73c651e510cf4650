package vmail.report.render;

import java.io.Flushable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/**
 * A line per finding as it is found, and the figures at the end; for people. The same findings and figures give the same
 * bytes.
 *
 * <p>A rule that thousands of records break would bury the others, so each rule gets a limited number of lines and a
 * count of the rest; the files of the run's folder have them all.
 */
public final class TextSink implements FindingSink {

    private final Appendable out;
    private final FindingLine line;
    private final int perRule;
    private final Map<String, Long> seen = new LinkedHashMap<>();

    /**
     * @param out stays open; flushed at the end if it is {@link Flushable}
     * @param perRule lines per rule, at least 1
     */
    public TextSink(Appendable out, boolean colour, int perRule) {
        if (perRule < 1) {
            throw new IllegalArgumentException("lines per rule must be at least 1, not " + perRule);
        }
        this.out = out;
        this.line = new FindingLine(colour);
        this.perRule = perRule;
    }

    /** For standard output, whose failures {@link CheckedOutput} finds at the end. */
    public TextSink(PrintStream out, boolean colour, int perRule) {
        this(new CheckedOutput(out), colour, perRule);
    }

    @Override
    public void add(Finding finding) {
        if (seen.merge(finding.rule(), 1L, Long::sum) <= perRule) {
            write(line.of(finding));
        }
    }

    @Override
    public void finish(RunSummary summary) {
        seen.forEach((rule, count) -> {
            if (count > perRule) {
                write("[" + InertText.of(rule) + "] ... and " + (count - perRule) + " more");
            }
        });
        if (!seen.isEmpty()) {
            write("");
        }
        new SummaryText(summary).lines().forEach(line -> write(InertText.of(line)));
        flush();
    }

    private void write(String text) {
        try {
            out.append(text).append('\n');
        } catch (IOException e) {
            throw new ReportNotWritten("the report", e);
        }
    }

    private void flush() {
        if (!(out instanceof Flushable buffered)) {
            return;
        }
        try {
            buffered.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the report", e);
        }
    }

    @Override
    public void close() {
        // the output belongs to who opened it
    }
}
