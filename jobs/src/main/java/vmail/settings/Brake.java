package vmail.settings;

import java.util.Optional;

/**
 * How much a run may change unasked.
 *
 * @param most changes that need no confirmation
 * @param percent of the accounts, above which as many changes need one
 * @param confirmed a number that somebody has looked at; as many are right, and so are those that are left of them after a kill
 */
public record Brake(long most, int percent, Optional<Long> confirmed) {

    public static final Brake USUAL = new Brake(100, 10, Optional.empty());

    /** So few that their share of the accounts says nothing. */
    private static final long FEW = 10;

    /**
     * @param what is counted, e.g. repairs
     * @param look how to see them without making them, as an instruction
     * @throws TooManyChanges unless it was confirmed, when so many have to be looked at first
     */
    public void check(String what, long changes, long accounts, String look) throws TooManyChanges {
        if (changes > most) {
            require(changes, "%d %s are more than %d (--max-changes)".formatted(changes, what, most), look);
        }
        if (changes > FEW && changes * 100 > percent * accounts) {
            require(
                    changes,
                    "%d %s are more than %d %% of %d accounts (--max-percent)"
                            .formatted(changes, what, percent, accounts),
                    look);
        }
    }

    /**
     * @param number to be confirmed
     * @param odd what it is that looks wrong
     */
    public void require(long number, String odd, String look) throws TooManyChanges {
        if (confirmed.filter(right -> number <= right).isEmpty()) {
            throw new TooManyChanges(odd
                    + confirmed.map(right -> ", and not the confirmed " + right).orElse("")
                    + ". " + look + "; if that is right, say so with --confirm " + number);
        }
    }
}
