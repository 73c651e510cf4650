package vmail.report.findings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import vmail.report.render.PrivateFiles;

/**
 * The H2 file of a workspace, open from {@link #open} to {@link #close}.
 *
 * <p>What we were told is committed is on disk (WRITE_DELAY=0), also after kill -9. A database that was made before and is
 * gone, empty, cut or not ours is refused: H2 would open a file of 0 or 8,192 bytes as an empty database without a word.
 * One process at a time.
 */
public final class WorkspaceDatabase implements AutoCloseable {

    private final DataSource dataSource;
    /** H2 closes the file with the last connection; this one keeps it open. */
    private final Connection anchor;

    private WorkspaceDatabase(DataSource dataSource, Connection anchor) {
        this.dataSource = dataSource;
        this.anchor = anchor;
    }

    /**
     * Opens the database; makes it, and the workspace, where there has been none.
     *
     * @throws WorkspaceDamaged naming the file to move away
     * @throws WorkspaceBusy when another process has it open
     * @throws WorkspaceNotUsable when the workspace can not be written
     */
    public static WorkspaceDatabase open(Path workspace) {
        DatabaseFiles files = DatabaseFiles.of(workspace);
        try {
            PrivateFiles.makeFolders(files.workspace());
            if (isThere(files.database())) {
                new DatabaseHeader(files.database()).check();
            } else if (isThere(files.marker())) {
                throw WorkspaceDamaged.missing(files.database(), files.marker());
            } else {
                new DatabaseBirth(files).make();
            }
            Files.setPosixFilePermissions(files.database(), PrivateFiles.FILE_MODE);
            WorkspaceDatabase database = connect(files);
            DatabaseBirth.mark(files);
            return database;
        } catch (AccessDeniedException e) {
            throw new WorkspaceNotUsable(files.workspace(), "no right to read and write " + e.getFile(), e);
        } catch (IOException e) {
            throw new WorkspaceNotUsable(files.workspace(), String.valueOf(e.getMessage()), e);
        }
    }

    private static WorkspaceDatabase connect(DatabaseFiles files) {
        H2File h2 = new H2File(files.database());
        try {
            Connection anchor = h2.dataSource().getConnection();
            try {
                SchemaVersion.require(anchor, files.database());
            } catch (SQLException | WorkspaceDamaged | WorkspaceNotUsable e) {
                anchor.close();
                throw e;
            }
            return new WorkspaceDatabase(h2.dataSource(), anchor);
        } catch (SQLException e) {
            throw h2.failure(e);
        }
    }

    private static boolean isThere(Path file) throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** For {@link RunStore}, {@link FindingStore} and the job repository; each call opens a session of its own. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Closes the file, once every other connection is closed. */
    @Override
    public void close() {
        try {
            anchor.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the workspace's database could not be closed: " + e.getMessage(), e);
        }
    }
}
