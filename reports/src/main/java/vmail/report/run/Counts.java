package vmail.report.run;

/**
 * What became of the records of the sources; every record read is in exactly one of five places.
 *
 * @param read records, readable or not
 * @param aliases values of mailAlternateAddress; not records, so not in the sum
 * @param domains accepted domains named by the sources; not in the sum either
 * @param skipped records that are no accounts: parents, domains, what a mapping leaves out
 * @param lost records that get mail but have no place here: groups and lists; each is also a finding
 */
public record Counts(
        long read, long accounts, long shared, long aliases, long domains, long rejected, long skipped, long lost) {

    /** True when read = accounts + shared + rejected + skipped + lost. */
    public boolean addUp() {
        return read == accounts + shared + rejected + skipped + lost;
    }

    /** The sum as people read it. */
    public String sum() {
        return "read %d = %d accounts + %d shared + %d rejected + %d skipped + %d lost"
                .formatted(read, accounts, shared, rejected, skipped, lost);
    }

    /**
     * Called before a report shows the counts: they are our promise that no record vanished.
     *
     * @throws AssertionError when they do not add up
     */
    public void mustAddUp() {
        if (!addUp()) {
            throw new AssertionError("the counts do not add up: " + sum() + ". This is a fault of vmail");
        }
    }
}
