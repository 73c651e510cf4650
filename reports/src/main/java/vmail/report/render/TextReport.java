package vmail.report.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vmail.report.run.FindingState;
import vmail.report.run.RunContents;
import vmail.report.run.RunHead;
import vmail.rule.Effect;

/**
 * The report for people. Of an audit: the verdict, whom it concerns, what is new; then the findings by what happens to
 * mail, worst first, each with its history; at the end what is fixed. Of a run over sources: the findings as they were
 * found, then the figures.
 *
 * @param colour for a terminal
 * @param perRule lines per rule and effect, followed by a count of the rest; at least 1
 */
public record TextReport(boolean colour, int perRule) implements Report {

    public static final int ALL = Integer.MAX_VALUE;

    public TextReport {
        if (perRule < 1) {
            throw new IllegalArgumentException("lines per rule must be at least 1, not " + perRule);
        }
    }

    @Override
    public void write(RunContents contents, OutputStream out) {
        try {
            BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            if (contents.head().isAudit()) {
                audit(contents, text);
            } else {
                asFound(contents, text);
            }
            text.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the report", e);
        }
    }

    private void asFound(RunContents contents, BufferedWriter text) throws IOException {
        FindingLines lines = new FindingLines(text, colour, perRule);
        contents.findings(lines::add);
        lines.end();
        write(new SummaryText(contents.head().run()).lines(), text);
    }

    private void audit(RunContents contents, BufferedWriter text) throws IOException {
        RunHead head = contents.head();
        write(new AuditText(head).lines(), text);
        for (Effect effect : Effect.worstFirst()) {
            long count = head.run().effects().getOrDefault(effect, 0L);
            if (count > 0) {
                write(List.of("", SummaryText.heading(effect, count)), text);
                FindingLines lines = new FindingLines(text, colour, perRule);
                contents.findings(effect, lines::add);
                lines.end();
            }
        }
        long fixed = head.comparison().in(FindingState.FIXED);
        if (fixed > 0) {
            write(List.of("", "fixed " + fixed + ": seen by the last conclusive audit, and not by this one"), text);
            FindingLines lines = new FindingLines(text, colour, perRule);
            contents.fixed(lines::add);
            lines.end();
        }
    }

    private static void write(List<String> lines, BufferedWriter text) throws IOException {
        for (String line : lines) {
            text.write(InertText.of(line));
            text.write('\n');
        }
    }
}
