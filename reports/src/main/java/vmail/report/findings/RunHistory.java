package vmail.report.findings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vmail.report.run.RunContents;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;

/**
 * What the audits of each scope have seen, night by night.
 *
 * <p>Only a conclusive audit changes it. An inconclusive one tells what it saw with what is known of that, and calls nothing
 * fixed: what was not seen is unknown, not gone.
 */
public final class RunHistory {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RunStore runs;
    private final Clock clock;

    /**
     * @param database of {@link WorkspaceDatabase}
     * @param clock whose day decides which acceptances hold
     */
    public RunHistory(DataSource database, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.runs = new RunStore(database);
        this.clock = clock;
    }

    /** What the last conclusive audit of a scope counted, by name; empty when there was none. */
    public Optional<Map<String, Long>> lastFacts(String scope) {
        return new Scopes(jdbc).lastRun(scope).flatMap(runs::find).map(RunSummary::facts);
    }

    /**
     * Compares a run that ended with the nights before, hands its contents over, and keeps it, in one transaction: a run
     * whose report was not written is not in the history, and a kill leaves all as it was.
     *
     * @param run whose findings {@link FindingStore#sink} has taken, all of them
     * @param publish writes the report; the contents can be read as long as it runs
     */
    public RunHead finish(RunSummary run, List<String> reasons, Consumer<RunContents> publish) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Scopes scopes = new Scopes(jdbc);
            int scope = run.isAudit() ? scopes.number(run.scope()) : Night.NO_SCOPE;
            Night night = new Night(run, scope, scopes.lastRun(scope), LocalDate.now(clock));
            if (night.isConclusive()) {
                new Sightings(jdbc).add(night);
                scopes.conclude(night);
            }
            try (NightContents contents = new NightContents(jdbc, night, reasons)) {
                runs.finish(contents.head());
                publish.accept(contents);
                return contents.head();
            }
        }));
    }
}
