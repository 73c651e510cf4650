package vmail.report.findings;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long the database remembers. The last conclusive audit of each scope is never forgotten, as the next one is compared
 * with it.
 */
public final class RunRetention {

    private final JdbcTemplate jdbc;
    private final int runs;
    private final OffsetDateTime limit;

    /**
     * @param database of {@link WorkspaceDatabase}
     * @param runs the newest that are kept
     * @param days older runs are not kept
     */
    public RunRetention(DataSource database, Clock clock, int runs, int days) {
        this.jdbc = new JdbcTemplate(database);
        this.runs = runs;
        this.limit = clock.instant().atOffset(ZoneOffset.UTC).minusDays(days);
    }

    /** Runs that are not to be kept, oldest first. */
    public List<String> outdated() {
        return jdbc.queryForList(
                "select id from (select id, started, row_number() over (order by started desc, id desc) as place from run)"
                        + " where (started < ? or place > ?) and id not in (select last_run from scope)"
                        + " order by started, id",
                String.class,
                limit,
                runs);
    }

    /** Everything of a run, once its folder is gone. */
    public void forget(String run) {
        jdbc.update("delete from run where id = ?", run);
    }

    /**
     * The findings of runs that later ones of the same command and scope have replaced, which only their files have then;
     * and sightings that are older than any run. Without this the database would grow by the same findings every night.
     */
    public void forgetDetails() {
        jdbc.update("delete from finding where run_id not in (select last_run from scope) and run_id not in"
                + " (select id from (select id, row_number() over (partition by command, scope"
                + " order by started desc, id desc) as place from run) where place = 1)");
        jdbc.update("delete from sighting where last_seen < ? and last_run not in (select last_run from scope)", limit);
    }
}
