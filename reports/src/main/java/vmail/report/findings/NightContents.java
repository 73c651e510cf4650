package vmail.report.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.render.FindingSort;
import vmail.report.run.AuditOrder;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.TrendPoint;

/** The contents of a run as the database has them; those of an audit sorted. */
final class NightContents implements RunContents, AutoCloseable {

    private static final int TREND = 90;

    private final JdbcTemplate jdbc;
    private final Night night;
    private final NightFindings findings;
    private final FindingSort found = new FindingSort(AuditOrder.INSTANCE);
    private final FindingSort fixed = new FindingSort(AuditOrder.INSTANCE);
    private final RunHead head;

    NightContents(JdbcTemplate jdbc, Night night, List<String> reasons) {
        this.jdbc = jdbc;
        this.night = night;
        this.findings = NightFindings.of(jdbc, night);
        NightTally tally = new NightTally();
        findings.found(night.isAudit() ? both(tally::add, found::add) : tally::add);
        findings.fixed(both(tally::add, fixed::add));
        this.head = new RunHead(night.run(), reasons, tally.comparison(night.isConclusive()));
    }

    private static Consumer<RunFinding> both(Consumer<RunFinding> one, Consumer<RunFinding> other) {
        return one.andThen(other);
    }

    @Override
    public RunHead head() {
        return head;
    }

    @Override
    public void findings(Consumer<RunFinding> out) {
        if (night.isAudit()) {
            found.forEach(out);
        } else {
            findings.found(out);
        }
    }

    @Override
    public void fixed(Consumer<RunFinding> out) {
        fixed.forEach(out);
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

    @Override
    public void close() {
        found.close();
        fixed.close();
    }
}
