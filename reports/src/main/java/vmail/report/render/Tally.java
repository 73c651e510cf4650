package vmail.report.render;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Severity;

/** Counts findings as they pass; what {@link RunSummary#findings} and {@link RunSummary#effects} are filled from. */
public final class Tally implements FindingSink {

    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<Effect, Long> effects = new EnumMap<>(Effect.class);

    @Override
    public void add(Finding finding) {
        severities.merge(finding.severity(), 1L, Long::sum);
        effects.merge(finding.effect(), 1L, Long::sum);
    }

    public Map<Severity, Long> severities() {
        return Collections.unmodifiableMap(severities);
    }

    public Map<Effect, Long> effects() {
        return Collections.unmodifiableMap(effects);
    }

    @Override
    public void finish(RunSummary summary) {
        // nothing to write
    }

    @Override
    public void close() {
        // nothing is open
    }
}
