package vmail.report.run;

import java.time.Instant;
import java.util.Optional;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Severity;

/**
 * A finding of a run that ended, with its history. Texts are as they were found: show them through {@link
 * vmail.report.render.InertText}.
 *
 * @param id the same for the same finding of another night; two findings of one run have the same id only when rule, entry,
 *     place and what it is about are the same
 * @param origin where to look for it, in words
 * @param dn the entry it concerns, or empty
 * @param place the path it concerns, or empty
 * @param about which of several things of its kind, or empty
 * @param messages mail that is at risk, as far as it was counted
 * @param modifiedBy the DN of who changed the entry last, or empty
 * @param firstSeen by a conclusive audit of the same scope; of a finding that none has seen yet, by this run
 * @param lastSeen this run began then; of a fixed finding the one before
 * @param nights conclusive audits of the same scope that saw it, this one included; 0 of a run that is compared with no
 *     other
 * @param acceptance also of a finding whose acceptance has expired
 */
public record RunFinding(
        String id,
        String rule,
        Severity severity,
        Effect effect,
        Mending mending,
        String origin,
        String dn,
        String place,
        String about,
        String message,
        String remedy,
        long messages,
        String modifiedBy,
        Optional<Instant> modifiedAt,
        FindingState state,
        Instant firstSeen,
        Instant lastSeen,
        long nights,
        Optional<Acceptance> acceptance) {

    /** Whom it concerns: the entry, of what has none the place, or empty. */
    public String whom() {
        return dn.isEmpty() ? place : dn;
    }
}
