package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import vmail.report.render.RunFile;
import vmail.report.render.RunFolder;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;

/** Audits that are killed at any moment, in the middle of their end above all. */
class HistoryKillTest {

    private static final Random MOMENTS = new Random(2003);

    @TempDir
    private Path workspace;

    @RepeatedTest(6)
    void theNextNightIsRightAfterAKill() throws IOException, InterruptedException {
        killSometime();

        try (WorkspaceDatabase database = WorkspaceDatabase.open(workspace)) {
            List<RunHead> counted = new RunStore(database.dataSource())
                    .heads().stream()
                            .filter(head -> head.comparison().conclusive())
                            .toList();
            // what is in the history has its report, whole
            for (RunHead head : counted) {
                assertThat(file(head.run().id()).head()).isEqualTo(head);
            }

            NightsForEver.night(workspace, database, 1_000_000);

            List<RunFinding> findings = new ArrayList<>();
            file("n1000000").findings(findings::add);
            assertThat(findings)
                    .hasSize(200)
                    .allMatch(finding -> finding.nights() == counted.size() + 1)
                    .allMatch(finding ->
                            finding.state() == (counted.isEmpty() ? FindingState.NEW : FindingState.STANDING));
        }
    }

    private RunFile file(String id) {
        return RunFile.open(RunFolder.of(workspace, id).resolve(RunFile.NAME));
    }

    /** After the first night, so that there is something to be wrong about. */
    private void killSometime() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NightsForEver.class.getName(),
                        workspace.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = child.inputReader()) {
            said.readLine();
            Thread.sleep(MOMENTS.nextInt(500));
            child.toHandle().destroyForcibly();
            while (said.readLine() != null) {
                // until it is dead
            }
        }
        child.waitFor();
    }
}
