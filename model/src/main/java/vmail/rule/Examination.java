package vmail.rule;

import java.util.List;
import java.util.Locale;

/**
 * What looking at one rule came to.
 *
 * @param text for a rule that holds what was seen, else why nothing is said; never a password
 * @param findings of a rule that does not hold, else empty
 */
public record Examination(Rule rule, Verdict verdict, String text, List<Finding> findings) {

    /** Whether the rule holds. */
    public enum Verdict {
        OK,
        PROBLEM,
        /** It could not be seen; nothing is said about it, and nothing may be concluded. */
        UNKNOWN,
        /** Nobody asked for it, or it does not apply here. */
        SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Examination {
        findings = List.copyOf(findings);
        if (findings.isEmpty() == (verdict == Verdict.PROBLEM)) {
            throw new AssertionError("a problem has findings, and nothing else has: " + rule.id());
        }
    }

    public static Examination ok(Rule rule, String seen) {
        return new Examination(rule, Verdict.OK, seen, List.of());
    }

    /** The rule holds if there are no findings. */
    public static Examination of(Rule rule, List<Finding> findings, String seen) {
        return findings.isEmpty() ? ok(rule, seen) : new Examination(rule, Verdict.PROBLEM, "", findings);
    }

    public static Examination problem(Finding finding, Rule rule) {
        return new Examination(rule, Verdict.PROBLEM, "", List.of(finding));
    }

    public static Examination unknown(Rule rule, String why) {
        return new Examination(rule, Verdict.UNKNOWN, why, List.of());
    }

    public static Examination skipped(Rule rule, String why) {
        return new Examination(rule, Verdict.SKIPPED, why, List.of());
    }
}
