package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.report.run.RunSummary;

class WorkspaceKillTest {

    private static final Random MOMENTS = new Random(2003);

    @TempDir
    private Path workspace;

    @RepeatedTest(3)
    void keepsEveryCommitThroughAKill() throws IOException, InterruptedException {
        Process child = child();
        int committed = killAfter(child, 1 + MOMENTS.nextInt(200));

        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace)) {
            assertThat(new RunStore(database.dataSource()).list())
                    .extracting(RunSummary::id)
                    .containsAll(IntStream.rangeClosed(1, committed)
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    @RepeatedTest(3)
    void opensWheneverItsMakerWasKilled() throws IOException, InterruptedException {
        Process child = child();
        Thread.sleep(200 + MOMENTS.nextInt(600));
        child.destroyForcibly().waitFor();

        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace)) {
            assertThat(new RunStore(database.dataSource()).list()).isNotNull();
        }
    }

    @Test
    void isBusyWhileAnotherProcessHasIt() throws IOException, InterruptedException {
        Process child = child();
        try (BufferedReader said = child.inputReader()) {
            said.readLine();

            assertThatThrownBy(() -> WorkspaceDatabase.open(workspace))
                    .isInstanceOf(WorkspaceBusy.class)
                    .hasMessage("another run uses the workspace " + workspace
                            + ". Wait until it ends, or use another workspace.");
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static int killAfter(Process child, int commits) throws IOException, InterruptedException {
        int committed = 0;
        try (BufferedReader said = child.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                committed = Integer.parseInt(line);
                if (committed == commits) {
                    // through its handle: Process would close what the child has said
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        return committed;
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitsForEver.class.getName(),
                        workspace.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
