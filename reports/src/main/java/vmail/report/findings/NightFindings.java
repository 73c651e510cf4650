package vmail.report.findings;

import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.run.RunFinding;

/** The findings of a run beside what is known of them, as they were found. */
record NightFindings(JdbcTemplate jdbc, Night night, NightRow row) {

    private static final String COLUMNS = "select f.*, s.first_seen, s.last_seen, s.nights, s.last_run, s.previous_run,"
            + " a.reason, a.until, a.accepted_by, a.since from finding f";
    private static final String ACCEPTANCE = " left join acceptance a on a.fingerprint = f.fingerprint";
    private static final String RANGE =
            " where f.run_id = ? and f.position >= ? and f.position < ? order by f.position";

    static NightFindings of(JdbcTemplate jdbc, Night night) {
        return new NightFindings(jdbc, night, new NightRow(night, new IdDigits(jdbc).of(night)));
    }

    void found(Consumer<RunFinding> out) {
        String run = night.run().id();
        new FindingRanges(jdbc, run)
                .forEach((from, to) -> jdbc.query(
                        COLUMNS + " left join sighting s on s.scope = ? and s.fingerprint = f.fingerprint" + ACCEPTANCE
                                + RANGE,
                        result -> {
                            out.accept(row.found(result));
                        },
                        night.scope(),
                        run,
                        from,
                        to));
    }

    /** What the audit before found last; none when the run can not tell. */
    void fixed(Consumer<RunFinding> out) {
        if (!night.isConclusive() || night.before().isEmpty()) {
            return;
        }
        new FindingRanges(jdbc, night.before())
                .forEach((from, to) -> jdbc.query(
                        COLUMNS + " join sighting s on s.scope = ? and s.fingerprint = f.fingerprint"
                                + " and s.last_run = f.run_id" + ACCEPTANCE + RANGE,
                        result -> {
                            out.accept(row.fixed(result));
                        },
                        night.scope(),
                        night.before(),
                        from,
                        to));
    }
}
