package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.report.Samples;
import vmail.report.run.RunSummary;

class RunStoreTest {

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
    void givesARunBackAsItWas() {
        runs.finish(Samples.importRun());
        runs.finish(Samples.auditRun());

        assertThat(runs.find("20030516-100000-import")).contains(Samples.importRun());
        assertThat(runs.find("a1")).contains(Samples.auditRun());
        assertThat(runs.find("a2")).isEmpty();
    }

    @Test
    void saysRunningUntilTheEndIsTold() {
        RunSummary begun = RunSummary.running("a1", "audit", Samples.MORNING);

        runs.start("a1", "audit", Samples.MORNING);

        assertThat(runs.list()).containsExactly(begun);
        assertThat(runs.list().get(0).withoutItsLock().state()).isEqualTo("interrupted");
    }

    @Test
    void forgetsTheFiguresOfAnAttemptThatIsContinued() {
        runs.finish(Samples.auditRun());

        runs.start("a1", "audit", Samples.MORNING);

        assertThat(runs.find("a1")).contains(RunSummary.running("a1", "audit", Samples.MORNING));
    }

    @Test
    void listsTheNewestFirst() {
        runs.start("b", "check", Samples.MORNING);
        runs.start("a", "check", Samples.MORNING.plusSeconds(1));
        runs.start("c", "check", Samples.MORNING);

        assertThat(runs.list()).extracting(RunSummary::id).containsExactly("a", "c", "b");
    }
}
