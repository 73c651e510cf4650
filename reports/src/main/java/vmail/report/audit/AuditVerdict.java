package vmail.report.audit;

import java.util.List;

/**
 * What an audit as a whole says.
 *
 * @param reasons why it is inconclusive; else empty
 */
public record AuditVerdict(Kind kind, List<String> reasons) {

    /** Three-valued: what could not be looked at is neither right nor wrong. */
    public enum Kind {
        CLEAN,
        FINDINGS,
        INCONCLUSIVE
    }

    public AuditVerdict {
        reasons = List.copyOf(reasons);
    }
}
