package vmail.settings;

/**
 * How long runs are kept; one that is too many or too old goes.
 *
 * @param runs at most so many
 * @param days at most so old
 */
public record Keeping(int runs, int days) {

    public static final Keeping USUAL = new Keeping(100_000, 400);

    /** @throws IllegalArgumentException when that would be none */
    public Keeping {
        if (runs < 1) {
            throw new IllegalArgumentException("--keep-runs must be at least 1, not " + runs);
        }
        if (days < 1) {
            throw new IllegalArgumentException("--keep-days must be at least 1, not " + days);
        }
    }
}
