package vmail.report.findings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vmail.report.render.FindingSink;
import vmail.report.render.ReportNotWritten;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/** Inserts findings batch by batch; without batches each would wait for the disk (WRITE_DELAY=0). */
final class FindingInserts implements FindingSink {

    private static final int BATCH = 500;
    private static final int LONGEST = 1_000_000;
    private static final String INSERT = "insert into finding"
            + " (run_id, position, rule, severity, effect, origin, dn, message, remedy, fingerprint, place, about, mending,"
            + " messages, modified_by, modified_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate ownTransaction;
    private final String run;
    private final List<Object[]> rows = new ArrayList<>();
    private long position;

    FindingInserts(DataSource database, String run) {
        this.jdbc = new JdbcTemplate(database);
        this.ownTransaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.run = run;
    }

    @Override
    public void add(Finding finding) {
        rows.add(row(finding));
        if (rows.size() == BATCH) {
            insert();
        }
    }

    /** The values in the order of {@link #INSERT}. */
    private Object[] row(Finding finding) {
        List<Object> row = new ArrayList<>(List.of(
                run,
                position++,
                finding.rule(),
                finding.severity().toString(),
                finding.effect().name(),
                cut(finding.origin().toString()),
                cut(finding.dn()),
                cut(finding.message()),
                cut(finding.remedy()),
                Fingerprint.of(finding),
                cut(finding.place().map(Path::toString).orElse("")),
                cut(finding.about()),
                finding.mending().name(),
                finding.messages(),
                cut(finding.stamps().modifiedBy())));
        row.addAll(RunRow.orNulls(1, finding.stamps().modified().map(modified -> List.of(RunRow.at(modified)))));
        return row.toArray();
    }

    @Override
    public void finish(RunSummary summary) {
        insert();
    }

    private void insert() {
        try {
            ownTransaction.executeWithoutResult(transaction -> jdbc.batchUpdate(INSERT, rows));
        } catch (DataAccessException | TransactionException e) {
            throw new ReportNotWritten("the findings in the workspace's database", new IOException(e.getMessage(), e));
        }
        rows.clear();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** What is not inserted yet is given up. */
    @Override
    public void close() {
        rows.clear();
    }
}
