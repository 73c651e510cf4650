package vmail.report.findings;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The marker row: says that the database is ours and all its tables were made, and by which vmail. */
final class SchemaVersion {

    /** Of schema.sql. */
    static final int KNOWN = 2;

    /** org.h2.api.ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1 and its two variants. */
    private static final int NO_TABLE = 42102;

    private static final int NO_TABLE_LAST = 42104;

    private SchemaVersion() {}

    /**
     * Brings an older schema up to date.
     *
     * @throws WorkspaceDamaged when the row is not there, or from a newer vmail
     */
    static void require(Connection connection, Path database) throws SQLException {
        int found = read(connection, database);
        if (found > KNOWN) {
            throw WorkspaceDamaged.newer(database, found, KNOWN);
        }
        if (found < 1) {
            throw WorkspaceDamaged.unreadable(database, "its schema is " + found);
        }
        new SchemaUpgrade(database).from(found, connection);
    }

    private static int read(Connection connection, Path database) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version from vmail_schema")) {
            if (row.next()) {
                return row.getInt("version");
            }
            throw WorkspaceDamaged.unreadable(database, "it does not say which schema it has");
        } catch (SQLException e) {
            if (e.getErrorCode() >= NO_TABLE && e.getErrorCode() <= NO_TABLE_LAST) {
                throw WorkspaceDamaged.unreadable(database, "it is a database, but none of vmail", e);
            }
            throw e;
        }
    }
}
