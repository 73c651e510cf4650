package vmail.report.findings;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptException;

/**
 * Brings a database that an older vmail made to the schema of this one, where it is: what it knows stays.
 *
 * <p>H2 commits each change of a table at once, so that a kill leaves the database between two statements. Each of them
 * does nothing where it was carried out before, and the new version is written last: the next command begins again.
 */
record SchemaUpgrade(Path database) {

    /** @throws WorkspaceNotUsable when the database does not take it; it can be tried again */
    void from(int found, Connection connection) {
        for (int version = found; version < SchemaVersion.KNOWN; version++) {
            try {
                new ResourceDatabasePopulator(new ClassPathResource("upgrade-" + version + ".sql", SchemaUpgrade.class))
                        .populate(connection);
            } catch (ScriptException e) {
                throw new WorkspaceNotUsable(
                        Objects.requireNonNull(database.getParent()),
                        "its database can not be brought from schema " + version + " to " + (version + 1) + ": "
                                + e.getMessage(),
                        e);
            }
        }
    }
}
