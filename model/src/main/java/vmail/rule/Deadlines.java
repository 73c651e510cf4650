package vmail.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What time it is, for rules about dates.
 *
 * @param now a date before it has passed
 * @param patience how long an inactive account may stay as it is; empty for ever
 */
public record Deadlines(Instant now, Optional<Duration> patience) {

    /** Where no date is to be judged: none has ever passed. */
    public static final Deadlines NONE = new Deadlines(Instant.MIN, Optional.empty());

    boolean isLongAgo(Instant time) {
        return patience.filter(longest -> time.plus(longest).isBefore(now)).isPresent();
    }
}
