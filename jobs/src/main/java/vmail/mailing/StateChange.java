package vmail.mailing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import vmail.report.run.FindingState;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;

/**
 * Whether an audit tells something else than the one before it: new or fixed findings, another verdict, an acceptance that has
 * expired since.
 *
 * <p>As long as audits are inconclusive a finding stays new, as they do not change the history; then it counts that the figures, or
 * the reasons, are others than those of the audit before.
 *
 * @param before the last audit of the same scope; empty when there was none, which is a change
 * @param zone in which days end
 */
public record StateChange(Optional<RunHead> before, ZoneId zone) {

    public boolean isIn(RunContents now) {
        if (before.isEmpty()) {
            return true;
        }
        RunHead earlier = before.get();
        RunHead later = now.head();
        if (!earlier.run().verdict().equals(later.run().verdict())
                || !earlier.run().state().equals(later.run().state())) {
            return true;
        }
        if (!later.comparison().conclusive()) {
            return !earlier.reasons().equals(later.reasons())
                    || !earlier.comparison().states().equals(later.comparison().states());
        }
        return later.comparison().in(FindingState.NEW) > 0
                || later.comparison().in(FindingState.FIXED) > 0
                || (later.comparison().in(FindingState.EXPIRED) > 0 && hasJustExpired(earlier, now));
    }

    private boolean hasJustExpired(RunHead earlier, RunContents now) {
        LocalDate day = LocalDate.ofInstant(earlier.run().started(), zone);
        AtomicBoolean found = new AtomicBoolean();
        now.findings(finding -> {
            if (heldOn(day, finding)) {
                found.set(true);
            }
        });
        return found.get();
    }

    private static boolean heldOn(LocalDate day, RunFinding finding) {
        return finding.state() == FindingState.EXPIRED
                && finding.acceptance().filter(terms -> terms.holdsOn(day)).isPresent();
    }
}
