package vmail.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.report.render.RunFile;
import vmail.report.render.RunFolder;
import vmail.report.run.FindingState;

/**
 * Findings in numbers that do not fit into memory: 20,000 with 64 MB. A million with 256 MB:
 * {@code mvn -pl reports -am -Dtest=ManyFindingsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -DargLine="-Dvmail.findings=1000000 -Dvmail.heap=256m" verify}
 */
class ManyFindingsTest {

    private static final int FINDINGS = Integer.getInteger("vmail.findings", 20_000);
    private static final String HEAP = System.getProperty("vmail.heap", "64m");

    @TempDir
    private Path workspace;

    @Test
    void twoNightsNeedLittleMemory() throws IOException, InterruptedException {
        Process nights = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyFindings.class.getName(),
                        workspace.toString(),
                        String.valueOf(FINDINGS))
                .inheritIO()
                .start();

        assertThat(nights.waitFor()).isZero();
        Path second = RunFolder.of(workspace, "n2");
        assertThat(RunFile.open(second.resolve(RunFile.NAME))
                        .head()
                        .comparison()
                        .in(FindingState.STANDING))
                .isEqualTo(FINDINGS);
        try (var lines = Files.lines(second.resolve("findings.csv"))) {
            assertThat(lines.count()).isEqualTo(FINDINGS + 1L);
        }
    }
}
