package vmail.check;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import vmail.report.render.FindingSink;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Severity;

/** Hands findings on and counts them. */
public final class RunFindings implements Consumer<Finding> {

    private final FindingSink sink;
    private final Map<String, Severity> severities;
    private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    private final Map<Effect, Long> byEffect = new EnumMap<>(Effect.class);

    /** @param severities by rule id, in place of the rule's own */
    public RunFindings(FindingSink sink, Map<String, Severity> severities) {
        this.sink = sink;
        this.severities = Map.copyOf(severities);
    }

    @Override
    public void accept(Finding found) {
        Finding finding = found.withSeverity(severities.getOrDefault(found.rule(), found.severity()));
        bySeverity.merge(finding.severity(), 1L, Long::sum);
        byEffect.merge(finding.effect(), 1L, Long::sum);
        sink.add(finding);
    }

    public Map<Severity, Long> bySeverity() {
        return Map.copyOf(bySeverity);
    }

    public Map<Effect, Long> byEffect() {
        return Map.copyOf(byEffect);
    }

    /** Whether there is a finding of this severity or worse. */
    public boolean reaches(Severity threshold) {
        return bySeverity.keySet().stream().anyMatch(severity -> severity.compareTo(threshold) >= 0);
    }
}
