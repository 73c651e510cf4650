package vmail.settings;

import vmail.report.mail.Limits;

/**
 * How an audit looks at messages.
 *
 * @param operationsPerSecond of the file system at most; 0 is as fast as it can
 */
public record DeepSettings(long operationsPerSecond, Limits limits) {

    /** A server at work does not feel so many. */
    public static final DeepSettings USUAL = new DeepSettings(2000, Limits.USUAL);

    /** @throws IllegalArgumentException when negative */
    public DeepSettings {
        if (operationsPerSecond < 0) {
            throw new IllegalArgumentException("--max-ops must not be negative: " + operationsPerSecond);
        }
    }
}
