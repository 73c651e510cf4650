package vmail.report.findings;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How H2 opens a file of ours: the URL is built here alone, and always for a file that is there. */
record H2File(Path file) {

    private static final String SUFFIX = ".mv.db";
    /** org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1. */
    private static final int ALREADY_OPEN = 90020;
    /** IO_EXCEPTION_1 and IO_EXCEPTION_2: the disk, not the content. */
    private static final Set<Integer> IO = Set.of(90028, 90031);

    /**
     * WRITE_DELAY: a commit is on disk when it returns, not half a second later. DB_CLOSE_ON_EXIT: our shutdown hook ends
     * the job first; H2's own would close the file under it. TRACE_LEVEL_FILE: no log beside it with values in it.
     */
    DataSource dataSource() {
        String path = file.toString();
        String name = path.substring(0, path.length() - SUFFIX.length());
        return new DriverManagerDataSource(
                "jdbc:h2:file:" + name + ";IFEXISTS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0",
                "sa",
                "");
    }

    RuntimeException failure(SQLException e) {
        if (e.getErrorCode() == ALREADY_OPEN) {
            return new WorkspaceBusy(workspace(), e);
        }
        if (IO.contains(e.getErrorCode())) {
            return new WorkspaceNotUsable(workspace(), "H2 says: " + firstLine(e), e);
        }
        return WorkspaceDamaged.unreadable(file, "H2 says: " + firstLine(e), e);
    }

    private Path workspace() {
        return Objects.requireNonNull(file.getParent());
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("nothing")
                .strip();
    }
}
