package vmail.repair;

import java.util.List;
import java.util.Optional;

/**
 * How findings are to be repaired.
 *
 * @param dryRun tells what would be done and does nothing
 * @param plan beginnings of the ids of the findings that are named; empty repairs all that need not be named
 * @param into where a plan shall bring mail: a DN or the path of a maildir
 * @param most repairs of a run that need no confirmation
 * @param percent of the accounts, above which as many repairs need one
 * @param confirmed the number of repairs that somebody has looked at
 */
public record RepairOptions(
        boolean dryRun, List<String> plan, Optional<String> into, long most, int percent, Optional<Long> confirmed) {

    /** So few that their share of the accounts says nothing. */
    private static final long FEW = 10;

    public RepairOptions {
        plan = List.copyOf(plan);
    }

    /** @throws TooManyRepairs unless it was confirmed, when so many have to be looked at first */
    void check(long repairs, long accounts) throws TooManyRepairs {
        if (confirmed.filter(number -> number == repairs).isPresent()) {
            return;
        }
        if (repairs > most) {
            throw new TooManyRepairs(
                    "%d repairs are more than %d (--max-changes)".formatted(repairs, most), repairs, confirmed);
        }
        if (repairs > FEW && repairs * 100 > percent * accounts) {
            throw new TooManyRepairs(
                    "%d repairs are more than %d %% of %d accounts (--max-percent)"
                            .formatted(repairs, percent, accounts),
                    repairs,
                    confirmed);
        }
    }
}
