package vmail.repair;

import java.util.List;
import java.util.Optional;
import vmail.settings.Brake;

/**
 * How findings are to be repaired.
 *
 * @param dryRun tells what would be done and does nothing
 * @param plan beginnings of the ids of the findings that are named; empty repairs all that need not be named
 * @param into where a plan shall bring mail: a DN or the path of a maildir
 * @param brake for the repairs of one round
 */
public record RepairOptions(boolean dryRun, List<String> plan, Optional<String> into, Brake brake) {

    public RepairOptions {
        plan = List.copyOf(plan);
    }
}
