package vmail.explain;

import java.util.List;
import vmail.rule.Effect;
import vmail.rule.Finding;

/**
 * One question that a server asks on the way, and the answer it gets.
 *
 * @param asked for example {@code alias a.onestone@mydomain.nl}
 * @param answer what came back; not yet safe for a terminal
 * @param effect what a fault does to mail; of other outcomes {@link Effect#NONE}
 * @param findings of rules, that say what is wrong and what to do; each is told once in an explanation
 */
public record Step(String asked, String answer, Outcome outcome, Effect effect, List<Finding> findings) {

    /** What the answer means for the mail. */
    public enum Outcome {
        FINE,
        FAULT,
        /** Could not be seen, which is neither. */
        UNKNOWN
    }

    public Step {
        findings = List.copyOf(findings);
    }
}
