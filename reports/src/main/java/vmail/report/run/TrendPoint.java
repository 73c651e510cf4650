package vmail.report.run;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vmail.rule.Effect;

/**
 * One conclusive audit, as a point of a line through the nights. An inconclusive one has no point: its figures are not
 * those of the directory and the disk.
 *
 * @param run its id
 * @param effects findings by effect
 */
public record TrendPoint(String run, Instant started, Comparison comparison, Map<Effect, Long> effects) {

    /** Keeps the map in the order of its enum. */
    public TrendPoint {
        EnumMap<Effect, Long> byEffect = new EnumMap<>(Effect.class);
        byEffect.putAll(effects);
        effects = Collections.unmodifiableMap(byEffect);
    }
}
