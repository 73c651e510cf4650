package vmail.report.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** What a run found of one rule: what fails, and what is only told. Of each a limited number of lines is kept. */
final class RuleCase {

    /** A browser has to show them. */
    private static final int LINES = 100;

    private static final FindingLine LINE = new FindingLine(false);

    private final String rule;
    private final Effect effect;
    private final String notJudged;
    private final List<String> failing = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long failures;
    private long others;
    private long fresh;
    private Severity worst = Severity.NOTE;

    /** @param notJudged why the rule does not hold though nothing is found, or empty */
    RuleCase(String rule, Effect effect, String notJudged) {
        this.rule = rule;
        this.effect = effect;
        this.notJudged = notJudged;
    }

    /** Notes, and what an administrator has accepted, fail nothing. */
    void add(RunFinding finding) {
        if (finding.state() == FindingState.ACCEPTED || finding.severity() == Severity.NOTE) {
            others++;
            keep(finding, told);
            return;
        }
        failures++;
        if (finding.state() == FindingState.NEW) {
            fresh++;
        }
        if (finding.severity().compareTo(worst) > 0) {
            worst = finding.severity();
        }
        keep(finding, failing);
    }

    private static void keep(RunFinding finding, List<String> lines) {
        if (lines.size() < LINES) {
            String history = InertText.of(new HistoryText(finding).line());
            lines.add(LINE.of(finding) + (history.isEmpty() ? "" : "\n  " + history));
        }
    }

    String rule() {
        return rule;
    }

    Effect effect() {
        return effect;
    }

    boolean fails() {
        return failures > 0;
    }

    /** Why nothing is known of the rule. */
    Optional<String> notJudged() {
        return failures + others == 0 && !notJudged.isEmpty() ? Optional.of(notJudged) : Optional.empty();
    }

    /** The type of the failure. */
    String severity() {
        return worst.toString();
    }

    String sentence() {
        return failures + (failures == 1 ? " finding" : " findings") + (fresh > 0 ? ", " + fresh + " new" : "");
    }

    /** What fails, line by line. */
    String failure() {
        return text(failing, failures);
    }

    /** What is told and fails nothing; empty if there is nothing. */
    String told() {
        return text(told, others);
    }

    private static String text(List<String> lines, long count) {
        String rest = count > lines.size() ? "... and " + (count - lines.size()) + " more\n" : "";
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n" + rest;
    }
}
