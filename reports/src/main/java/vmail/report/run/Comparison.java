package vmail.report.run;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vmail.rule.Effect;
import vmail.rule.Severity;

/**
 * What the findings of a run come to, and how they stand against the nights before.
 *
 * @param conclusive whether the history counts the run: an audit that ended and saw everything
 * @param states findings by state; fixed ones only of a conclusive audit, since what was not seen is not fixed
 * @param open findings that are not accepted, by severity; the exit code is theirs
 * @param affected entries with findings whose effect is not {@link Effect#NONE}, and places of such without an entry; accepted
 *     ones too, as mail does not ask
 * @param people the same by effect; who has several is counted for each
 * @param messages at risk, as far as they were counted
 */
public record Comparison(
        boolean conclusive,
        Map<FindingState, Long> states,
        Map<Severity, Long> open,
        long affected,
        Map<Effect, Long> people,
        long messages) {

    /** Of a run that has not ended. */
    public static final Comparison NONE = new Comparison(false, Map.of(), Map.of(), 0, Map.of(), 0);

    /** Keeps the maps in the order of their enums. */
    public Comparison {
        EnumMap<FindingState, Long> byState = new EnumMap<>(FindingState.class);
        byState.putAll(states);
        states = Collections.unmodifiableMap(byState);
        EnumMap<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        bySeverity.putAll(open);
        open = Collections.unmodifiableMap(bySeverity);
        EnumMap<Effect, Long> byEffect = new EnumMap<>(Effect.class);
        byEffect.putAll(people);
        people = Collections.unmodifiableMap(byEffect);
    }

    public long in(FindingState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Whether there is a finding of this severity or worse that nobody has accepted. */
    public boolean reaches(Severity threshold) {
        return open.keySet().stream().anyMatch(severity -> severity.compareTo(threshold) >= 0);
    }
}
