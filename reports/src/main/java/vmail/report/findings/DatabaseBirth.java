package vmail.report.findings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptException;
import vmail.report.render.PrivateFiles;

/**
 * Makes the database under another name and gives it its name when it is whole, so that a kill at any moment leaves
 * either none or one that works.
 */
record DatabaseBirth(DatabaseFiles files) {

    void make() throws IOException {
        removeRemnant();
        try {
            Files.createFile(files.unborn(), PrivateFiles.fileMode());
        } catch (FileAlreadyExistsException e) {
            throw new WorkspaceBusy(files.workspace(), e);
        }
        makeTables();
        try (FileChannel whole = FileChannel.open(files.unborn(), StandardOpenOption.WRITE)) {
            whole.force(true);
        }
        Files.move(files.unborn(), files.database(), StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.syncFolder(files.workspace());
    }

    /** Only when nobody is at it: H2 holds a kernel lock on the file it has open. */
    private void removeRemnant() throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel remnant = FileChannel.open(files.unborn(), options);
                FileLock lock = remnant.tryLock()) {
            if (lock == null) {
                throw new WorkspaceBusy(files.workspace(), new IOException(files.unborn() + " is locked"));
            }
            Files.delete(files.unborn());
        } catch (NoSuchFileException e) {
            // as it should be
        }
    }

    private void makeTables() {
        H2File h2 = new H2File(files.unborn());
        try (Connection connection = h2.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            new ResourceDatabasePopulator(new ClassPathResource("schema.sql", DatabaseBirth.class))
                    .populate(connection);
            statement.execute("insert into vmail_schema (version) values (" + SchemaVersion.KNOWN + ")");
        } catch (ScriptException | SQLException e) {
            throw new WorkspaceNotUsable(files.workspace(), "its database can not be made: " + e.getMessage(), e);
        }
    }

    /** From now on the database must be there. */
    static void mark(DatabaseFiles files) throws IOException {
        byte[] text =
                "vmail.mv.db was made here; without it this workspace is damaged\n".getBytes(StandardCharsets.UTF_8);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (FileChannel marker = FileChannel.open(files.marker(), options, PrivateFiles.fileMode())) {
            marker.write(ByteBuffer.wrap(text));
            marker.force(true);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        PrivateFiles.syncFolder(files.workspace());
    }
}
