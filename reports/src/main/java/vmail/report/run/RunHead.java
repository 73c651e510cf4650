package vmail.report.run;

import java.util.List;

/**
 * A run without its findings.
 *
 * @param reasons why its audit is inconclusive, else empty
 */
public record RunHead(RunSummary run, List<String> reasons, Comparison comparison) {

    public RunHead {
        reasons = List.copyOf(reasons);
    }

    /** Whether the run is an audit, whose findings have a history and are told in an order of their own. */
    public boolean isAudit() {
        return run.isAudit();
    }
}
