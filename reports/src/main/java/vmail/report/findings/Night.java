package vmail.report.findings;

import java.time.Instant;
import java.time.LocalDate;
import vmail.report.run.FindingState;
import vmail.report.run.RunSummary;

/**
 * A run beside the audits before it.
 *
 * @param scope number of the scope, or {@link #NO_SCOPE}
 * @param before the last conclusive audit of the scope before this run, or empty
 * @param today decides which acceptances hold
 */
record Night(RunSummary run, int scope, String before, LocalDate today) {

    static final int NO_SCOPE = -1;

    boolean isAudit() {
        return scope != NO_SCOPE;
    }

    boolean isConclusive() {
        return run.isConclusive();
    }

    Instant started() {
        return run.started();
    }

    /**
     * @param standing whether the audit before saw it
     * @param accepted whether an acceptance of it holds today
     * @param everAccepted whether there is one at all
     */
    FindingState state(boolean standing, boolean accepted, boolean everAccepted) {
        if (everAccepted) {
            return accepted ? FindingState.ACCEPTED : FindingState.EXPIRED;
        }
        if (!isAudit()) {
            return FindingState.FOUND;
        }
        return standing ? FindingState.STANDING : FindingState.NEW;
    }

    /** The column of a sighting that names {@link #before} when the finding stood then: the run itself has moved it. */
    String standingColumn() {
        return isConclusive() ? "previous_run" : "last_run";
    }
}
