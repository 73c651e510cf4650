package vmail.report.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;

/** Findings line by line, each with its history; of each rule a limited number and a count of the rest. */
final class FindingLines {

    private final BufferedWriter out;
    private final FindingLine line;
    private final int perRule;
    private final Map<String, Long> seen = new LinkedHashMap<>();

    FindingLines(BufferedWriter out, boolean colour, int perRule) {
        this.out = out;
        this.line = new FindingLine(colour);
        this.perRule = perRule;
    }

    void add(RunFinding finding) {
        if (seen.merge(finding.rule(), 1L, Long::sum) > perRule) {
            return;
        }
        write(finding.state() == FindingState.FIXED ? line.ofFixed(finding) : line.of(finding));
        String history = new HistoryText(finding).line();
        if (!history.isEmpty()) {
            write("  " + InertText.of(history));
        }
    }

    void end() {
        seen.forEach((rule, count) -> {
            if (count > perRule) {
                write("[" + InertText.of(rule) + "] ... and " + (count - perRule) + " more");
            }
        });
    }

    private void write(String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new ReportNotWritten("the report", e);
        }
    }
}
