package vmail.job;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Spring Batch's tables. */
final class BatchTables {

    private static final String SCRIPT = "org/springframework/batch/core/schema-h2.sql";
    private static final String COMPLETE = "VMAIL_BATCH_TABLES";

    private BatchTables() {}

    /** A mark made after the last table tells a whole schema from one that a kill left half made. */
    static void makeIn(DataSource workspace) {
        JdbcTemplate jdbc = new JdbcTemplate(workspace);
        if (!tables(jdbc, COMPLETE).isEmpty()) {
            return;
        }
        tables(jdbc, "BATCH\\_%").forEach(table -> jdbc.execute("drop table \"" + table + "\" cascade"));
        jdbc.queryForList(
                        "select sequence_name from information_schema.sequences where sequence_name like 'BATCH\\_%'",
                        String.class)
                .forEach(sequence -> jdbc.execute("drop sequence if exists \"" + sequence + "\""));
        new ResourceDatabasePopulator(new ClassPathResource(SCRIPT)).execute(workspace);
        jdbc.execute("create table " + COMPLETE + " (at timestamp with time zone default current_timestamp)");
    }

    private static List<String> tables(JdbcTemplate jdbc, String like) {
        return jdbc.queryForList(
                "select table_name from information_schema.tables where table_name like ?", String.class, like);
    }
}
