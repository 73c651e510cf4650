package vmail.report.render;

import java.util.Map;
import vmail.report.run.RunFinding;
import vmail.rule.Finding;
import vmail.rule.Severity;

/**
 * A finding as one line for people: {@code origin: severity: [rule] EFFECT: dn: message. Remedy.} The effect stands behind
 * the rule, as cases of one rule may differ in what happens to mail.
 *
 * @param colour of the severity
 */
record FindingLine(boolean colour) {

    private static final Map<Severity, String> COLOURS =
            Map.of(Severity.ERROR, "\u001b[31m", Severity.WARNING, "\u001b[33m", Severity.NOTE, "\u001b[36m");
    private static final String PLAIN = "\u001b[0m";

    String of(Finding finding) {
        String effect = finding.effect().name();
        String text = text(finding.rule(), effect, finding.dn(), finding.message(), finding.remedy());
        return line(finding.origin().toString(), finding.severity(), text);
    }

    String of(RunFinding finding) {
        String effect = finding.effect().name();
        String text = text(finding.rule(), effect, finding.dn(), finding.message(), finding.remedy());
        return line(finding.origin(), finding.severity(), text);
    }

    /** What was found and is no more: without severity and remedy, which nobody needs any longer. */
    String ofFixed(RunFinding finding) {
        String name = finding.dn().isEmpty() ? "" : finding.dn() + ": ";
        return InertText.of(finding.origin() + ": [" + finding.rule() + "] " + name + finding.message() + ".");
    }

    private static String text(String rule, String effect, String dn, String message, String remedy) {
        String name = dn.isEmpty() ? "" : dn + ": ";
        return ": [" + rule + "] " + effect + ": " + name + message + ". " + remedy + ".";
    }

    private String line(String origin, Severity severity, String text) {
        String word = colour ? COLOURS.get(severity) + severity + PLAIN : severity.toString();
        return InertText.of(origin + ": ") + word + InertText.of(text);
    }
}
