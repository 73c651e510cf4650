package vmail.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;
import vmail.rule.Severity;

/**
 * An audit in figures, for the textfile collector of node_exporter. Labels are rule, effect and severity alone: names of people
 * and places would make as many series as there are findings.
 *
 * <p>Figures of an inconclusive audit are of what it saw; {@code vmail_audit_fixed_findings} is left out then, as what was not seen
 * is not fixed.
 */
public record PrometheusReport() implements Report {

    @Override
    public void write(RunContents contents, OutputStream out) {
        MetricLines lines = new MetricLines();
        run(contents.head(), lines);
        contents.trend().stream()
                .reduce((earlier, later) -> later)
                .map(TrendPoint::started)
                .ifPresent(started -> lines.metric(
                                "last_conclusive_timestamp_seconds", "when the last audit began that saw everything")
                        .value(seconds(started)));
        findings(contents, lines);
        comparison(contents.head().comparison(), lines);
        try {
            out.write(lines.text().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the metrics", e);
        }
    }

    private static void run(RunHead head, MetricLines lines) {
        RunSummary run = head.run();
        Instant ended = run.ended().orElse(run.started());
        lines.metric("last_run_timestamp_seconds", "when the last audit ended").value(seconds(ended));
        lines.metric("last_run_duration_seconds", "how long it took").value(seconds(run.started(), ended));
        lines.metric("conclusive", "1 if it saw everything; if not, no other figure tells that all is well")
                .value(head.comparison().conclusive() ? 1 : 0);
        lines.metric("verdict", "0 clean, 1 findings, 2 inconclusive, 3 it did not come to its end")
                .value(verdict(run));
        lines.metric("checked_accounts", "accounts of the directory that were compared with the disk")
                .value(run.checked());
    }

    private static int verdict(RunSummary run) {
        if (!run.state().equals(RunSummary.DONE)) {
            return 3;
        }
        return switch (run.verdict().orElse("")) {
            case "clean" -> 0;
            case "findings" -> 1;
            case "inconclusive" -> 2;
            default -> 3;
        };
    }

    /** In the order of names: the same whatever is found first. */
    private static void findings(RunContents contents, MetricLines lines) {
        Map<List<String>, Long> open = new TreeMap<>(MetricLines.ORDER);
        Map<List<String>, Long> accepted = new TreeMap<>(MetricLines.ORDER);
        contents.findings(finding ->
                (finding.state() == FindingState.ACCEPTED ? accepted : open).merge(labels(finding), 1L, Long::sum));
        MetricLines.Metric findings = lines.metric("findings", "findings that nobody has accepted");
        open.forEach((labels, count) -> findings.value(count, labels));
        MetricLines.Metric left = lines.metric("accepted_findings", "findings that an administrator has accepted");
        accepted.forEach((labels, count) -> left.value(count, labels));
    }

    private static List<String> labels(RunFinding finding) {
        return List.of(
                "rule",
                finding.rule(),
                "effect",
                finding.effect().name(),
                "severity",
                finding.severity().toString());
    }

    private static void comparison(Comparison comparison, MetricLines lines) {
        MetricLines.Metric open =
                lines.metric("open_findings", "the same as findings, summed up; 0 is said, so that an alert can end");
        for (Severity severity : Severity.values()) {
            open.value(comparison.open().getOrDefault(severity, 0L), List.of("severity", severity.toString()));
        }
        for (FindingState state : FindingState.values()) {
            if ((state == FindingState.FIXED && !comparison.conclusive()) || state == FindingState.FOUND) {
                continue;
            }
            // of accepted ones there is a metric by rule
            if (state != FindingState.ACCEPTED) {
                lines.metric(state + "_findings", meaning(state)).value(comparison.in(state));
            }
        }
        lines.metric("accepted", "findings that an administrator has accepted, summed up")
                .value(comparison.in(FindingState.ACCEPTED));
        lines.metric("people_affected", "entries, and places without one, with an effect on mail")
                .value(comparison.affected());
        MetricLines.Metric people = lines.metric("people", "the same by effect; who has several is in each");
        for (Effect effect : Effect.values()) {
            if (effect != Effect.NONE) {
                people.value(comparison.people().getOrDefault(effect, 0L), List.of("effect", effect.name()));
            }
        }
        lines.metric("messages_at_risk", "mail that is at risk, as far as it was counted")
                .value(comparison.messages());
    }

    private static String meaning(FindingState state) {
        return switch (state) {
            case NEW -> "findings that the last conclusive audit did not see";
            case STANDING -> "findings that the last conclusive audit saw, too";
            case EXPIRED -> "findings that were accepted until a day that is over";
            case FIXED -> "what the last conclusive audit saw and this one does not";
            case ACCEPTED, FOUND -> "";
        };
    }

    private static BigDecimal seconds(Instant at) {
        return seconds(Instant.EPOCH, at);
    }

    private static BigDecimal seconds(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis(), 3);
    }
}
