package vmail.writer.repair;

import java.util.Optional;

/**
 * A change that a journal has.
 *
 * @param act the number of the first change of those that were begun together
 * @param reason why it was to be made
 * @param ended what became of it; empty when nothing is known, so that it may be made or not: the process was killed
 */
public record JournalEntry(long number, long act, String reason, Change change, Optional<Applied.Kind> ended) {

    public boolean open() {
        return ended.isEmpty();
    }

    public boolean made() {
        return ended.filter(kind -> kind == Applied.Kind.DONE).isPresent();
    }

    /** Whether it may have left something. */
    public boolean mayStand() {
        return open() || made();
    }

    /** Whether nothing is left to do about it. */
    public boolean isSettled() {
        return ended.filter(kind -> kind != Applied.Kind.CONFLICT).isPresent();
    }

    JournalEntry ended(Applied.Kind kind) {
        return new JournalEntry(number, act, reason, change, Optional.of(kind));
    }
}
