package vmail.settings;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How an audit goes about its work.
 *
 * @param lookTwice how long a finding that may be a race has to last before it is told
 * @param recent how long an account counts as new, and mail as just delivered
 * @param baseline what the last conclusive audit of everything counted, to notice what is too odd to be true; empty when there was none,
 *     or when what is there now shall be the new normal
 */
public record AuditOptions(
        AuditScope scope, Duration lookTwice, Duration recent, Optional<Map<String, Long>> baseline, Clock clock) {

    public static final Duration LOOK_TWICE = Duration.ofSeconds(3);
    public static final Duration RECENT = Duration.ofDays(14);

    /** Of everything, as a part of another job. */
    public static AuditOptions within(Clock clock) {
        return new AuditOptions(AuditScope.ALL, Duration.ofSeconds(1), RECENT, Optional.empty(), clock);
    }
}
