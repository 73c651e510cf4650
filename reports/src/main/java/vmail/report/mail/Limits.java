package vmail.report.mail;

import java.time.Duration;

/**
 * How old and how much is worth telling.
 *
 * @param stale what is in {@code tmp} for so long nobody writes any more
 * @param unread new mail that lies so long is not being read
 * @param dormant an account without a sign of life for so long is not in use
 * @param largeFolder messages of a folder
 */
public record Limits(Duration stale, Duration unread, Duration dormant, long largeFolder) {

    /** What maildir(5) says of {@code tmp}, and what years of ordinary use keep to. */
    public static final Limits USUAL =
            new Limits(Duration.ofHours(36), Duration.ofDays(90), Duration.ofDays(365), 50_000);

    /** @throws IllegalArgumentException when one is negative */
    public Limits {
        if (stale.isNegative() || unread.isNegative() || dormant.isNegative() || largeFolder < 0) {
            throw new IllegalArgumentException("limits of a deep audit must not be negative");
        }
    }
}
