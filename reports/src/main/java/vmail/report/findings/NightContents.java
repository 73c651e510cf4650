package vmail.report.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.run.FindingState;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.TrendPoint;

/** The contents of a run as the database has them; H2 sorts, on disk where they are many. */
final class NightContents implements RunContents {

    private static final int TREND = 90;
    private static final String COLUMNS = "select f.*, s.first_seen, s.last_seen, s.nights, s.last_run, s.previous_run,"
            + " a.reason, a.until, a.accepted_by, a.since from finding f";
    private static final String ACCEPTANCE = " left join acceptance a on a.fingerprint = f.fingerprint";

    private final JdbcTemplate jdbc;
    private final Night night;
    private final RunHead head;
    private final int digits;

    NightContents(JdbcTemplate jdbc, Night night, RunHead head) {
        this.jdbc = jdbc;
        this.night = night;
        this.head = head;
        this.digits = new IdDigits(jdbc).of(night);
    }

    @Override
    public RunHead head() {
        return head;
    }

    @Override
    public void findings(Consumer<RunFinding> out) {
        String order = night.isAudit() ? FindingOrder.AUDIT : FindingOrder.AS_FOUND;
        NightRow rows = new NightRow(night, digits);
        jdbc.query(
                COLUMNS + " left join sighting s on s.scope = ? and s.fingerprint = f.fingerprint" + ACCEPTANCE
                        + " where f.run_id = ? order by " + order,
                row -> {
                    out.accept(rows.found(row));
                },
                night.scope(),
                night.run().id());
    }

    @Override
    public void fixed(Consumer<RunFinding> out) {
        if (head.comparison().in(FindingState.FIXED) == 0) {
            return;
        }
        NightRow rows = new NightRow(night, digits);
        jdbc.query(
                COLUMNS + " join sighting s on s.scope = ? and s.fingerprint = f.fingerprint and s.last_run = f.run_id"
                        + ACCEPTANCE + " where f.run_id = ? order by " + FindingOrder.AUDIT,
                row -> {
                    out.accept(rows.fixed(row));
                },
                night.scope(),
                night.before());
    }

    @Override
    public List<TrendPoint> trend() {
        if (!night.isAudit()) {
            return List.of();
        }
        List<TrendPoint> points = new ArrayList<>(jdbc.query(
                "select id, started from run where scope = ? and conclusive order by started desc, id desc limit ?",
                (row, number) -> {
                    RunTallies tallies = new RunTallies(jdbc, row.getString("id"));
                    return new TrendPoint(
                            tallies.run(),
                            RunRow.instant(row, "started"),
                            new ComparisonRow(tallies).of(tallies.run()),
                            tallies.effects());
                },
                night.run().scope(),
                TREND));
        Collections.reverse(points);
        return points;
    }
}
