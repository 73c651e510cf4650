package vmail.report.run;

import java.time.Instant;
import java.util.Comparator;

/**
 * In which order the findings of an audit are told: the worst first, and the same every night, whatever order the disk gives
 * its names in. What nothing tells apart is the same to a reader, too.
 */
public final class AuditOrder {

    public static final Comparator<RunFinding> INSTANCE = Comparator.comparing(
                    RunFinding::severity, Comparator.reverseOrder())
            .thenComparing(finding -> finding.effect().rank())
            .thenComparing(RunFinding::rule)
            .thenComparing(RunFinding::dn)
            .thenComparing(RunFinding::place)
            .thenComparing(RunFinding::about)
            .thenComparing(RunFinding::message)
            .thenComparing(RunFinding::origin)
            .thenComparing(RunFinding::remedy)
            .thenComparing(RunFinding::messages)
            .thenComparing(RunFinding::modifiedBy)
            .thenComparing(finding -> finding.modifiedAt().orElse(Instant.EPOCH))
            .thenComparing(RunFinding::mending);

    private AuditOrder() {}
}
