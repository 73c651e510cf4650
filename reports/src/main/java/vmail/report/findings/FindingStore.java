package vmail.report.findings;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vmail.report.render.FindingSink;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** The findings of each run. */
public final class FindingStore {

    private static final RowMapper<KeptFinding> ROW = (row, number) -> new KeptFinding(
            row.getString("run_id"),
            row.getString("rule"),
            Severity.of(row.getString("severity")),
            Effect.valueOf(row.getString("effect")),
            row.getString("origin"),
            row.getString("dn"),
            row.getString("message"),
            row.getString("remedy"),
            row.getString("fingerprint"));

    private final DataSource database;
    private final JdbcTemplate jdbc;

    /** @param database of {@link WorkspaceDatabase} */
    public FindingStore(DataSource database) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
    }

    /**
     * Keeps the findings of a run that {@link RunStore#start} knows, 500 in one transaction of their own, which a chunk
     * that rolls back does not take with it. What an earlier attempt at the same run found is forgotten first, as the
     * run judges anew.
     */
    public FindingSink sink(String run) {
        jdbc.update("delete from finding where run_id = ?", run);
        return new FindingInserts(database, run);
    }

    /** In the order they were found. */
    public List<KeptFinding> ofRun(String run) {
        return jdbc.query("select * from finding where run_id = ? order by position", ROW, run);
    }
}
