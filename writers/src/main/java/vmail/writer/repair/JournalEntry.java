package vmail.writer.repair;

/**
 * A change that a journal has.
 *
 * @param reason why it was to be made
 * @param open whether nothing is known of how it went, so that it may be made or not: the process was killed
 * @param made whether it was made
 */
public record JournalEntry(long number, String reason, Change change, boolean open, boolean made) {

    /** Whether it may have left something. */
    public boolean mayStand() {
        return open || made;
    }

    JournalEntry ended(boolean done) {
        return new JournalEntry(number, reason, change, false, done);
    }
}
