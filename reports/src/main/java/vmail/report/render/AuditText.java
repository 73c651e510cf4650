package vmail.report.render;

import java.util.ArrayList;
import java.util.List;
import vmail.report.run.Comparison;
import vmail.report.run.RunHead;

/** The beginning of an audit's report: what an administrator who reads no further has to know. */
record AuditText(RunHead head) {

    /** Not yet safe for a terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        head.run()
                .verdict()
                .ifPresentOrElse(
                        verdict -> lines.add(
                                "audit: " + verdict + ", checked " + head.run().checked()),
                        () -> lines.add("audit: " + head.run().state() + ", no verdict"));
        head.reasons().forEach(reason -> lines.add("not seen: " + reason));
        Comparison comparison = head.comparison();
        lines.add("findings: " + SummaryText.findings(head.run().findings()) + states(comparison));
        if (comparison.affected() > 0) {
            lines.add("people affected: " + comparison.affected());
        }
        if (comparison.messages() > 0) {
            lines.add("messages at risk: " + comparison.messages());
        }
        if (!head.comparison().conclusive()) {
            lines.add("the history is as it was: what this audit did not see may still be so");
        }
        lines.add("run %s of %s, %s"
                .formatted(head.run().id(), head.run().scope(), head.run().state()));
        head.run().notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private static String states(Comparison comparison) {
        List<String> words = SummaryText.states(comparison);
        return words.isEmpty() ? "" : "; " + String.join(", ", words);
    }
}
