package vmail.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunContents;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Severity;

/**
 * One line for Nagios, Icinga and their kin: state, what there is, figures (Monitoring Plugins Guidelines). Errors that nobody has
 * accepted are CRITICAL, warnings WARNING. An audit that did not see everything is UNKNOWN, whatever it saw, and so is one that
 * is too old to say anything about today.
 *
 * @param notBefore an audit that ended before is too old; empty when its age does not matter
 */
public record NagiosReport(Optional<Instant> notBefore) implements Report {

    public static NagiosState state(RunHead head, Optional<Instant> notBefore) {
        Comparison comparison = head.comparison();
        if (!comparison.conclusive() || isOld(head.run(), notBefore)) {
            return NagiosState.UNKNOWN;
        }
        if (comparison.reaches(Severity.ERROR)) {
            return NagiosState.CRITICAL;
        }
        return comparison.reaches(Severity.WARNING) ? NagiosState.WARNING : NagiosState.OK;
    }

    @Override
    public void write(RunContents contents, OutputStream out) {
        RunHead head = contents.head();
        String line = state(head, notBefore).line(text(head)) + " | " + String.join(" ", figures(head)) + "\n";
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new ReportNotWritten("the report", e);
        }
    }

    private static boolean isOld(RunSummary run, Optional<Instant> notBefore) {
        return notBefore.filter(end(run)::isBefore).isPresent();
    }

    private static Instant end(RunSummary run) {
        return run.ended().orElse(run.started());
    }

    private String text(RunHead head) {
        RunSummary run = head.run();
        List<String> parts = new ArrayList<>();
        if (isOld(run, notBefore)) {
            parts.add("the latest audit is too old, it ended " + end(run));
        }
        if (!head.comparison().conclusive()) {
            parts.add(run.verdict().orElse("the audit is " + run.state()) + reasons(head.reasons()));
        }
        parts.add(open(head.comparison().open()) + states(head.comparison()));
        if (head.comparison().affected() > 0) {
            parts.add("people affected " + head.comparison().affected() + effects(head.comparison()));
        }
        parts.add(run.checked() + " accounts of " + run.scope());
        return String.join("; ", parts);
    }

    private static String reasons(List<String> reasons) {
        if (reasons.isEmpty()) {
            return "";
        }
        String more = reasons.size() == 1 ? "" : " and " + (reasons.size() - 1) + " more";
        return ": " + reasons.get(0) + more;
    }

    private static String open(Map<Severity, Long> open) {
        return open.isEmpty() ? "no findings" : SummaryText.findings(open);
    }

    private static String states(Comparison comparison) {
        List<String> words = SummaryText.states(comparison);
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    private static String effects(Comparison comparison) {
        List<String> words = new ArrayList<>();
        for (Effect effect : Effect.worstFirst()) {
            long count = comparison.people().getOrDefault(effect, 0L);
            if (count > 0) {
                words.add(effect + " " + count);
            }
        }
        return words.isEmpty() ? "" : ": " + String.join(", ", words);
    }

    /** {@code label=value;warn;crit;min}: what is above 0 warns. */
    private static List<String> figures(RunHead head) {
        Comparison comparison = head.comparison();
        List<String> figures = new ArrayList<>(List.of(
                "errors=" + comparison.open().getOrDefault(Severity.ERROR, 0L) + ";;0;0",
                "warnings=" + comparison.open().getOrDefault(Severity.WARNING, 0L) + ";0;;0",
                "notes=" + comparison.open().getOrDefault(Severity.NOTE, 0L) + ";;;0"));
        for (FindingState state : FindingState.values()) {
            if (state != FindingState.FOUND) {
                figures.add(state + "=" + comparison.in(state) + ";;;0");
            }
        }
        figures.add("affected=" + comparison.affected() + ";;;0");
        figures.add("messages=" + comparison.messages() + ";;;0");
        figures.add("accounts=" + head.run().checked() + ";;;0");
        return figures;
    }
}
