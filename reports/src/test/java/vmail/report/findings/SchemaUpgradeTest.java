package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import vmail.report.Samples;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Severity;

/** A workspace as a vmail of schema 1 left it. */
class SchemaUpgradeTest {

    private static final String FINGERPRINT = "9a9e10c4b6d273efc396ff3b18997aa2";

    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void makeOldWorkspace() throws IOException, SQLException {
        workspace = old("old");
    }

    @Test
    void keepsRunsAndFindings() {
        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace)) {
            assertThat(new RunStore(database.dataSource()).find("a1")).contains(oldRun());
            assertThat(kept(database))
                    .containsExactly(new RunFinding(
                            FINGERPRINT.substring(0, 12),
                            "single-mail",
                            Severity.ERROR,
                            Effect.DOUBLE,
                            Mending.BY_HAND,
                            "accounts.ldif:7",
                            "cn=Seven of Nine,ou=Tokelau,o=company",
                            "",
                            "",
                            "found 2",
                            "Keep one",
                            0,
                            "",
                            Optional.empty(),
                            FindingState.FOUND,
                            Samples.MORNING,
                            Samples.MORNING,
                            0,
                            Optional.empty()));
        }
    }

    @Test
    void endsWithTheTablesOfANewWorkspace() {
        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace);
                WorkspaceDatabase made = WorkspaceDatabase.open(folder.resolve("new"))) {
            assertThat(columns(database)).isEqualTo(columns(made)).hasSizeGreaterThan(50);
        }
    }

    @Test
    void isTakenOnWhereverItsVmailWasKilled() throws IOException, SQLException {
        List<String> statements = statements();

        for (int done = 1; done <= statements.size(); done++) {
            Path killed = old("killed-" + done);
            try (Connection connection = connect(killed);
                    Statement statement = connection.createStatement()) {
                for (String each : statements.subList(0, done)) {
                    statement.execute(each);
                }
            }

            try (WorkspaceDatabase database = WorkspaceDatabase.open(killed)) {
                assertThat(new RunStore(database.dataSource()).find("a1")).contains(oldRun());
                assertThat(version(database)).isEqualTo(2);
                assertThat(kept(database)).hasSize(1);
            }
        }
    }

    private Path old(String name) throws IOException, SQLException {
        Path old = Files.createDirectories(folder.resolve(name));
        try (Connection connection = connect(old);
                Statement statement = connection.createStatement()) {
            new ResourceDatabasePopulator(new ClassPathResource("schema-1.sql", SchemaUpgradeTest.class))
                    .populate(connection);
            statement.execute("insert into vmail_schema (version) values (1)");
            statement.execute("insert into run (id, command, state, started, verdict, checked, made_stores) values"
                    + " ('a1', 'audit', 'done', timestamp with time zone '2003-05-16 10:00:00+00', 'findings', 3, 0)");
            statement.execute(
                    "insert into run_tally values ('a1', 'severity', 'ERROR', 1), ('a1', 'effect', 'DOUBLE', 1)");
            statement.execute(
                    "insert into finding values ('a1', 0, 'single-mail', 'error', 'DOUBLE', 'accounts.ldif:7',"
                            + " 'cn=Seven of Nine,ou=Tokelau,o=company', 'found 2', 'Keep one', '" + FINGERPRINT
                            + "')");
        }
        return old;
    }

    private static Connection connect(Path workspace) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + workspace.resolve("vmail"), "sa", "");
    }

    private static List<String> statements() throws IOException {
        String text = new ClassPathResource("upgrade-1.sql", SchemaUpgrade.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?m)^ *--.*$", "");
        List<String> statements = Arrays.stream(text.split(";", -1))
                .filter(statement -> !statement.isBlank())
                .toList();
        assertThat(statements).hasSizeGreaterThan(15);
        return statements;
    }

    private static RunSummary oldRun() {
        return new RunSummary(
                "a1",
                "audit",
                "done",
                Samples.MORNING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("findings"),
                3,
                0,
                Map.of(Severity.ERROR, 1L),
                Map.of(Effect.DOUBLE, 1L),
                List.of());
    }

    private static List<RunFinding> kept(WorkspaceDatabase database) {
        List<RunFinding> kept = new ArrayList<>();
        new RunHistory(database.dataSource(), Clock.systemUTC())
                .finish(oldRun(), List.of(), contents -> contents.findings(kept::add));
        return kept;
    }

    private static List<Map<String, Object>> columns(WorkspaceDatabase database) {
        return new JdbcTemplate(database.dataSource())
                .queryForList("select table_name, column_name, data_type, character_maximum_length, is_nullable,"
                        + " column_default from information_schema.columns where table_schema = 'PUBLIC'"
                        + " order by table_name, column_name");
    }

    private static Integer version(WorkspaceDatabase database) {
        return Objects.requireNonNull(new JdbcTemplate(database.dataSource())
                .queryForObject("select version from vmail_schema", Integer.class));
    }
}
