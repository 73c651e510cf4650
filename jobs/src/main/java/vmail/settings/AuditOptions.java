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
 * @param baseline what the last conclusive audit of the same counted, to notice what is too odd to be true; empty when there was none,
 *     or when what is there now shall be the new normal
 * @param deep how each message is looked at; empty when none is
 */
public record AuditOptions(
        AuditScope scope,
        Duration lookTwice,
        Duration recent,
        Optional<Map<String, Long>> baseline,
        Clock clock,
        Optional<DeepSettings> deep) {

    public static final Duration LOOK_TWICE = Duration.ofSeconds(3);
    public static final Duration RECENT = Duration.ofDays(14);

    /** One that looks at no message. */
    public AuditOptions(
            AuditScope scope, Duration lookTwice, Duration recent, Optional<Map<String, Long>> baseline, Clock clock) {
        this(scope, lookTwice, recent, baseline, clock, Optional.empty());
    }

    /** The same with a look at each message. */
    public AuditOptions withDeep(Optional<DeepSettings> messages) {
        return new AuditOptions(scope, lookTwice, recent, baseline, clock, messages);
    }

    /** The same, compared with what another audit of the same counted. */
    public AuditOptions since(Optional<Map<String, Long>> facts) {
        return new AuditOptions(scope, lookTwice, recent, facts, clock, deep);
    }

    /** Of everything, as a part of another job. */
    public static AuditOptions within(Clock clock) {
        return new AuditOptions(AuditScope.ALL, Duration.ofSeconds(1), RECENT, Optional.empty(), clock);
    }
}
