package vmail.report.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.run.Acceptance;

/**
 * Which findings an administrator lives with, why, and until when. An acceptance goes by the finding's fingerprint, so that
 * it holds on every night, and in every scope that sees the finding.
 */
public final class AcceptanceStore {

    private final JdbcTemplate jdbc;

    /** @param database of {@link WorkspaceDatabase} */
    public AcceptanceStore(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /**
     * Findings of the latest runs whose id begins so, each once and as the newest of these runs has it; accepted ones
     * too.
     *
     * @param beginning hexadecimal digits
     */
    public List<AcceptedFinding> find(String beginning) {
        Map<String, AcceptedFinding> byPrint = new LinkedHashMap<>();
        jdbc.query(
                "select f.fingerprint, f.rule, f.dn, f.place, f.message from finding f join run r on r.id = f.run_id"
                        + " where f.fingerprint like ? order by f.fingerprint, r.started desc, f.position",
                row -> {
                    byPrint.putIfAbsent(row.getString("fingerprint"), finding(row, Optional.empty()));
                },
                beginning + "%");
        for (AcceptedFinding accepted : list(beginning)) {
            byPrint.merge(
                    accepted.fingerprint(),
                    accepted,
                    (seen, known) -> new AcceptedFinding(
                            seen.fingerprint(),
                            seen.rule(),
                            seen.dn(),
                            seen.place(),
                            seen.message(),
                            known.acceptance()));
        }
        return new ArrayList<>(byPrint.values());
    }

    /** All that are accepted, those whose day is over first. */
    public List<AcceptedFinding> list() {
        return list("");
    }

    private List<AcceptedFinding> list(String beginning) {
        return jdbc.query(
                "select * from acceptance where fingerprint like ? order by until, rule, dn, place, fingerprint",
                (row, number) -> finding(row, Optional.of(acceptance(row))),
                beginning + "%");
    }

    /** In place of an acceptance that is there. */
    public void accept(AcceptedFinding finding, Acceptance acceptance) {
        jdbc.update(
                "merge into acceptance (fingerprint, reason, until, accepted_by, since, rule, dn, place, message)"
                        + " key (fingerprint) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                finding.fingerprint(),
                acceptance.reason(),
                acceptance.until(),
                acceptance.by(),
                RunRow.at(acceptance.since()),
                finding.rule(),
                finding.dn(),
                finding.place(),
                finding.message());
    }

    /** The finding counts again from the next run on. */
    public void withdraw(AcceptedFinding finding) {
        jdbc.update("delete from acceptance where fingerprint = ?", finding.fingerprint());
    }

    private static AcceptedFinding finding(ResultSet row, Optional<Acceptance> acceptance) throws SQLException {
        return new AcceptedFinding(
                row.getString("fingerprint"),
                row.getString("rule"),
                row.getString("dn"),
                row.getString("place"),
                row.getString("message"),
                acceptance);
    }

    static Acceptance acceptance(ResultSet row) throws SQLException {
        return new Acceptance(
                row.getString("reason"),
                row.getObject("until", LocalDate.class),
                row.getString("accepted_by"),
                RunRow.instant(row, "since"));
    }
}
