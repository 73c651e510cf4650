package vmail.report.findings;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.render.FindingSink;

/** Takes the findings of each run; {@link RunHistory} gives them back. */
public final class FindingStore {

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
}
