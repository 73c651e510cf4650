package vmail.writer.repair;

/**
 * A change that a journal has.
 *
 * @param act the number of the first change of those that were begun together
 * @param reason why it was to be made
 * @param open whether nothing is known of how it went, so that it may be made or not: the process was killed
 * @param made whether it was made
 */
public record JournalEntry(long number, long act, String reason, Change change, boolean open, boolean made) {

    /** Whether it may have left something. */
    public boolean mayStand() {
        return open || made;
    }

    JournalEntry ended(boolean done) {
        return new JournalEntry(number, act, reason, change, false, done);
    }
}
