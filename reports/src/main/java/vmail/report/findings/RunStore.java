package vmail.report.findings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;

/**
 * The runs of a workspace.
 *
 * <p>A run whose process died stays {@code running} here, as nobody was left to say otherwise; who finds its lock free
 * shows it by {@link RunSummary#withoutItsLock}.
 */
public final class RunStore {

    private static final String MERGE = "merge into run (id, command, state, started, ended,"
            + " records_read, accounts, shared, aliases, domains, rejected, skipped, lost,"
            + " added, changed, unchanged, refused, verdict, checked, made_stores, scope, conclusive, affected,"
            + " messages) key (id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, 0, 0)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /** @param database of {@link WorkspaceDatabase} */
    public RunStore(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Says that the run runs; for a run that is continued, again. */
    public void start(String id, String command, Instant started) {
        keep(RunSummary.running(id, command, started));
    }

    /** Keeps the figures of a run that ended. */
    public void finish(RunSummary summary) {
        keep(summary);
    }

    /** Newest first. */
    public List<RunSummary> list() {
        return jdbc.queryForList("select id from run order by started desc, id desc", String.class).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    public Optional<RunSummary> find(String id) {
        RunTallies tallies = new RunTallies(jdbc, id);
        return jdbc.query("select * from run where id = ?", new RunRow(tallies), id).stream()
                .findFirst();
    }

    /** Newest first, with what the comparison with the nights before came to. */
    public List<RunHead> heads() {
        return list().stream().map(this::head).toList();
    }

    private RunHead head(RunSummary run) {
        RunTallies tallies = new RunTallies(jdbc, run.id());
        return new RunHead(run, tallies.reasons(), new ComparisonRow(tallies).of(run.id()));
    }

    /** Keeps a run that ended with all that is known of it. Within the caller's transaction, if there is one. */
    void finish(RunHead head) {
        transaction.executeWithoutResult(status -> {
            keep(head.run());
            new ComparisonRow(new RunTallies(jdbc, head.run().id())).keep(head);
        });
    }

    private void keep(RunSummary run) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(MERGE, RunRow.of(run));
            new RunTallies(jdbc, run.id()).keep(run);
        });
    }
}
