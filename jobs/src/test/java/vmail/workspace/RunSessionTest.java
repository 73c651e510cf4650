package vmail.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.MailBase;
import vmail.report.findings.RunStore;
import vmail.report.findings.WorkspaceDatabase;
import vmail.report.render.FindingSink;
import vmail.report.render.ReportNotWritten;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;
import vmail.rule.Severity;
import vmail.settings.Settings;

class RunSessionTest {

    private static final Instant NOON = Instant.parse("2003-08-17T12:00:00Z");
    private static final String ID = "20030817-120000-import";

    @TempDir
    private Path workspace;

    private WorkspaceDatabase database;
    private RunStore runs;

    @BeforeEach
    void open() {
        database = WorkspaceDatabase.open(workspace);
        runs = new RunStore(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isRunningUntilItEnds() {
        RunSession session = session(NOON, new Silent());

        assertThat(state()).isEqualTo("running");
        session.finish(done(session), List.of(), List.of());
        session.close();
        assertThat(state()).isEqualTo("done");
    }

    @Test
    void hasFailedWhenItIsClosedWithoutFigures() {
        session(NOON, new Silent()).close();

        assertThat(state()).isEqualTo("failed");
    }

    @Test
    void keepsItsFiguresAlsoWhenTheAnswerIsLost() {
        RunSession session = session(NOON, new LostAnswer());

        assertThatThrownBy(() -> session.finish(done(session), List.of(), List.of()))
                .isInstanceOf(ReportNotWritten.class);
        session.close();

        assertThat(state()).isEqualTo("done");
        assertThat(session.folder().resolve("summary.txt")).content().contains("import, done");
    }

    @Test
    void beganWhenItsFirstAttemptBegan() {
        session(NOON, new Silent()).close();

        RunSession continued = session(NOON.plusSeconds(3600), new Silent());
        continued.finish(done(continued), List.of(), List.of());
        continued.close();

        assertThat(runs.list()).extracting(RunSummary::started).containsExactly(NOON);
    }

    @Test
    void givesEachRunOfOneSecondAnotherId() {
        session(NOON, new Silent()).close();

        assertThat(RunSession.newId("import", NOON, runs)).isEqualTo(ID + "-2");
    }

    private RunSession session(Instant now, FindingSink answer) {
        Settings settings = new Settings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MailBase.of("/vmail"),
                Optional.empty(),
                workspace,
                Map.of(),
                Severity.WARNING,
                false);
        return RunSession.open(settings, database, ID, "import", now, Clock.fixed(now, ZoneOffset.UTC), answer);
    }

    private String state() {
        return runs.find(ID).orElseThrow().state();
    }

    private static RunSummary done(RunSession session) {
        return new RunSummary(
                session.id(),
                session.command(),
                "done",
                session.started(),
                Optional.of(NOON.plusSeconds(7200)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Map.of(),
                Map.of(),
                List.of());
    }

    private record Silent() implements FindingSink {

        @Override
        public void add(Finding finding) {}

        @Override
        public void finish(RunSummary summary) {}

        @Override
        public void close() {}
    }

    private record LostAnswer() implements FindingSink {

        @Override
        public void add(Finding finding) {}

        @Override
        public void finish(RunSummary summary) {
            throw new ReportNotWritten("the answer", new IOException("pipe closed"));
        }

        @Override
        public void close() {}
    }
}
