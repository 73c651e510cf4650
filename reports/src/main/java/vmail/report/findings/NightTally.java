package vmail.report.findings;

import java.util.EnumMap;
import java.util.Map;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.Effect;
import vmail.rule.Hash;
import vmail.rule.LongSet;
import vmail.rule.Severity;

/** Counts the findings of a run as they pass; of whom they concern it keeps a hash, 12 bytes each. */
final class NightTally {

    private final Map<FindingState, Long> states = new EnumMap<>(FindingState.class);
    private final Map<Severity, Long> open = new EnumMap<>(Severity.class);
    private final Map<Effect, LongSet> people = new EnumMap<>(Effect.class);
    private final LongSet affected = new LongSet();
    private long messages;

    void add(RunFinding finding) {
        states.merge(finding.state(), 1L, Long::sum);
        if (finding.state() == FindingState.FIXED) {
            return;
        }
        messages += finding.messages();
        if (finding.state() != FindingState.ACCEPTED) {
            open.merge(finding.severity(), 1L, Long::sum);
        }
        if (finding.effect() != Effect.NONE && !finding.whom().isEmpty()) {
            long whom = Hash.of("", finding.whom());
            affected.add(whom);
            people.computeIfAbsent(finding.effect(), effect -> new LongSet()).add(whom);
        }
    }

    Comparison comparison(boolean conclusive) {
        Map<Effect, Long> numbers = new EnumMap<>(Effect.class);
        people.forEach((effect, whom) -> numbers.put(effect, (long) whom.size()));
        return new Comparison(conclusive, states, open, affected.size(), numbers, messages);
    }
}
