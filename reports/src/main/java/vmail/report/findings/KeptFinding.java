package vmail.report.findings;

import vmail.rule.Effect;
import vmail.rule.Severity;

/**
 * A finding as the history has it; long texts are cut at 4,000 characters.
 *
 * @param origin in words, as {@link vmail.account.Origin#toString} gave it
 * @param fingerprint the same for the same finding of another run
 */
public record KeptFinding(
        String run,
        String rule,
        Severity severity,
        Effect effect,
        String origin,
        String dn,
        String message,
        String remedy,
        String fingerprint) {}
