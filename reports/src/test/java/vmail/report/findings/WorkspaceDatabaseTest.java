package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.Samples;
import vmail.report.render.FindingSink;

class WorkspaceDatabaseTest {

    @TempDir
    private Path folder;

    private Path workspace;
    private Path file;

    @BeforeEach
    void name() {
        workspace = folder.resolve("work space");
        file = workspace.resolve("vmail.mv.db");
    }

    @Test
    void keepsWhatItIsToldAndLeavesPrivateFilesOnly() throws IOException {
        made();

        try (WorkspaceDatabase again = WorkspaceDatabase.open(workspace)) {
            assertThat(findings(again)).isEqualTo(3000);
        }
        assertThat(names()).containsExactly("vmail.mv.db", "vmail.version");
        assertThat(mode(workspace)).isEqualTo("rwx------");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(workspace.resolve("vmail.version"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 4096, 8192})
    void refusesAFileThatH2WouldTakeForEmpty(long bytes) throws IOException {
        made();
        cut(bytes);

        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceDamaged.class)
                .hasMessage(file + " is damaged: it has only " + bytes + " bytes. Put back a copy, or move " + file
                        + " and " + workspace.resolve("vmail.version")
                        + " away to begin a new history. Directory and mail base are as they were.");
        assertThat(Files.size(file)).isEqualTo(bytes);
    }

    /** H2 leaves room behind its data, so that a cut file may still be whole; it must not be less in silence. */
    @Test
    void refusesACutFileUnlessEverythingIsStillThere() throws IOException {
        made();
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;

        for (int part = 1; 4096 * part < whole.length; part++) {
            Files.write(file, Arrays.copyOf(whole, 4096 * part));
            try (WorkspaceDatabase cut = WorkspaceDatabase.open(workspace)) {
                assertThat(findings(cut)).isEqualTo(3000);
            } catch (WorkspaceDamaged e) {
                assertThat(e).hasMessageStartingWith(file + " is damaged: ");
                refused++;
            }
        }

        assertThat(refused).isPositive();
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        made();
        Files.writeString(file, "garbage".repeat(10_000));

        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceDamaged.class)
                .hasMessageStartingWith(file + " is damaged: it is no database of H2. Put back a copy");
    }

    @Test
    void refusesADatabaseOfSomebodyElse() throws SQLException, IOException {
        Files.createDirectories(workspace);
        try (Connection other = DriverManager.getConnection("jdbc:h2:file:" + workspace.resolve("vmail"), "sa", "");
                Statement statement = other.createStatement()) {
            statement.execute("create table books (title varchar(100))");
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceDamaged.class)
                .hasMessageStartingWith(file + " is damaged: it is a database, but none of vmail.");
    }

    @Test
    void refusesToBeginAnewWhereADatabaseIsGone() throws IOException {
        made();
        Files.delete(file);

        Path marker = workspace.resolve("vmail.version");
        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceDamaged.class)
                .hasMessage(file + " is missing, but " + marker + " says that it was made. Put it back, or move "
                        + marker + " away to begin a new history. Directory and mail base are as they were.");
        assertThat(names()).containsExactly("vmail.version");
    }

    @Test
    void refusesTheWorkspaceOfANewerVmail() throws IOException, SQLException {
        made();
        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update vmail_schema set version = 9");
        }

        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceDamaged.class)
                .hasMessage(file + " was made by a newer vmail: schema 9, this one knows 2."
                        + " Use the newer vmail, or another workspace.");
    }

    @Test
    void refusesALinkInPlaceOfTheFile() throws IOException {
        made();
        Path elsewhere = Files.move(file, folder.resolve("elsewhere.mv.db"));
        Files.createSymbolicLink(file, elsewhere);

        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceDamaged.class)
                .hasMessageStartingWith(file + " is damaged: it is not a file.");
    }

    @Test
    void beginsAgainWhereAKillLeftAHalfMadeDatabase() throws IOException {
        Files.createDirectories(workspace);
        Files.writeString(workspace.resolve("vmail.new.mv.db"), "H:2,half a head");

        made();

        assertThat(names()).containsExactly("vmail.mv.db", "vmail.version");
    }

    @Test
    void marksADatabaseWhoseMakerWasKilledBeforeTheMark() throws IOException {
        made();
        Files.delete(workspace.resolve("vmail.version"));

        open();

        assertThat(names()).containsExactly("vmail.mv.db", "vmail.version");
    }

    @Test
    void refusesANameThatWouldBeASettingOfH2() {
        workspace = folder.resolve("x;INIT=RUNSCRIPT FROM 'evil.sql'");

        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceNotUsable.class)
                .hasMessageStartingWith("can not use the workspace " + workspace + ": its name has a semicolon");
        assertThat(workspace).doesNotExist();
    }

    @Test
    void refusesAFileInPlaceOfTheWorkspace() throws IOException {
        Files.writeString(workspace, "not a folder");

        assertThatThrownBy(this::open)
                .isInstanceOf(WorkspaceNotUsable.class)
                .hasMessageStartingWith("can not use the workspace " + workspace);
    }

    private void open() {
        WorkspaceDatabase.open(workspace).close();
    }

    private void made() {
        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace)) {
            new RunStore(database.dataSource()).start("a1", "audit", Samples.MORNING);
            try (FindingSink sink = new FindingStore(database.dataSource()).sink("a1")) {
                for (int i = 0; i < 3000; i++) {
                    sink.add(Samples.twoMails());
                }
                sink.finish(Samples.auditRun());
            }
        }
    }

    private static Long findings(WorkspaceDatabase database) {
        return Objects.requireNonNull(
                new JdbcTemplate(database.dataSource()).queryForObject("select count(*) from finding", Long.class));
    }

    private void cut(long bytes) throws IOException {
        try (RandomAccessFile database = new RandomAccessFile(file.toString(), "rw")) {
            database.setLength(bytes);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(workspace)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
