package vmail.report.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vmail.report.run.Acceptance;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Severity;

/** A finding and its history as a row. */
record NightRow(Night night, int idDigits) {

    RunFinding found(ResultSet row) throws SQLException {
        Optional<Acceptance> acceptance = acceptance(row);
        boolean standing = !night.before().isEmpty() && night.before().equals(row.getString(night.standingColumn()));
        FindingState state = night.state(
                standing, acceptance.filter(each -> each.holdsOn(night.today())).isPresent(), acceptance.isPresent());
        Instant first = row.getObject("first_seen") == null ? night.started() : RunRow.instant(row, "first_seen");
        return finding(row, state, first, night.started(), acceptance);
    }

    RunFinding fixed(ResultSet row) throws SQLException {
        return finding(
                row,
                FindingState.FIXED,
                RunRow.instant(row, "first_seen"),
                RunRow.instant(row, "last_seen"),
                acceptance(row));
    }

    private RunFinding finding(
            ResultSet row, FindingState state, Instant first, Instant last, Optional<Acceptance> acceptance)
            throws SQLException {
        return new RunFinding(
                row.getString("fingerprint").substring(0, idDigits),
                row.getString("rule"),
                Severity.of(row.getString("severity")),
                Effect.valueOf(row.getString("effect")),
                Mending.valueOf(row.getString("mending")),
                row.getString("origin"),
                row.getString("dn"),
                row.getString("place"),
                row.getString("about"),
                row.getString("message"),
                row.getString("remedy"),
                row.getLong("messages"),
                row.getString("modified_by"),
                row.getObject("modified_at") == null
                        ? Optional.empty()
                        : Optional.of(RunRow.instant(row, "modified_at")),
                state,
                first,
                last,
                row.getLong("nights"),
                acceptance);
    }

    private static Optional<Acceptance> acceptance(ResultSet row) throws SQLException {
        return row.getObject("until") == null ? Optional.empty() : Optional.of(AcceptanceStore.acceptance(row));
    }
}
