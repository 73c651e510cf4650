package vmail.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.report.SampleContents;
import vmail.report.Samples;

class RunFolderTest {

    @TempDir
    private Path workspace;

    @Test
    void namesItsFilesWhenTheyAreComplete() throws IOException {
        try (RunFolder folder = new RunFolder(workspace, "r1")) {
            folder.open("rejected.csv").write("cn,mail\n".getBytes(StandardCharsets.UTF_8));
            assertThat(names()).containsExactly(".rejected.csv.part");

            folder.finish(contents());
        }

        assertThat(names())
                .containsExactly("findings.csv", "findings.json", "rejected.csv", "run.jsonl", "summary.txt");
        assertThat(path("rejected.csv")).hasContent("cn,mail\n");
        assertThat(path("summary.txt")).content().contains("[single-mail]", "read 120 = 100 accounts");
    }

    @Test
    void leavesNothingOfARunThatDoesNotEnd() throws IOException {
        try (RunFolder folder = new RunFolder(workspace, "r1")) {
            folder.open("rejected.csv").write("cn,mail\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void replacesWhatAKilledRunLeft() throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("runs/r1"));
        Files.writeString(folder.resolve(".findings.csv.part"), "half a li");
        Files.writeString(folder.resolve("summary.txt"), "an earlier attempt");

        finish("r1");

        assertThat(names()).containsExactly("findings.csv", "findings.json", "run.jsonl", "summary.txt");
        assertThat(path("findings.csv")).content().startsWith("rule,severity");
        assertThat(path("summary.txt")).content().contains("run 20030516-100000-import: import, done");
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        finish("r1");

        assertThat(mode(workspace.resolve("runs"))).isEqualTo("rwx------");
        assertThat(mode(workspace.resolve("runs/r1"))).isEqualTo("rwx------");
        for (String name : names()) {
            assertThat(mode(path(name))).isEqualTo("rw-------");
        }
    }

    @Test
    void givesTheSameBytesForTheSameRun() throws IOException {
        finish("r1");
        List<byte[]> first = contents("r1");

        finish("r2");

        assertThat(contents("r2")).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void hasNoSummaryWhenAReportCanNotGetItsName() throws IOException {
        Files.createDirectories(workspace.resolve("runs/r1/findings.csv/in the way"));

        assertThatThrownBy(() -> finish("r1"))
                .isInstanceOf(ReportNotWritten.class)
                .hasMessageStartingWith("the run's report could not be written: ");

        assertThat(names()).containsExactly("findings.csv");
    }

    @Test
    void doesNotFollowALinkInPlaceOfItsFile() throws IOException {
        Path victim = Files.writeString(workspace.resolve("victim"), "precious");
        Path folder = Files.createDirectories(workspace.resolve("runs/r1"));
        Files.createSymbolicLink(folder.resolve(".findings.csv.part"), victim);
        Files.createSymbolicLink(folder.resolve("summary.txt"), victim);

        finish("r1");

        assertThat(victim).hasContent("precious");
        assertThat(path("summary.txt")).isRegularFile();
    }

    @Test
    void refusesAnIdThatIsAPath() {
        assertThatThrownBy(() -> new RunFolder(workspace, "../r1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run's id is letters, digits, dots and hyphens, not ../r1");
    }

    private void finish(String id) {
        try (RunFolder folder = new RunFolder(workspace, id)) {
            folder.finish(contents());
        }
    }

    private static SampleContents contents() {
        return SampleContents.of(Samples.importRun(), Samples.found(Samples.twoMails()));
    }

    private Path path(String name) {
        return workspace.resolve("runs/r1").resolve(name);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(workspace.resolve("runs/r1"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<byte[]> contents(String id) throws IOException {
        Path folder = workspace.resolve("runs").resolve(id);
        return List.of(
                Files.readAllBytes(folder.resolve("findings.csv")),
                Files.readAllBytes(folder.resolve("findings.json")),
                Files.readAllBytes(folder.resolve("run.jsonl")),
                Files.readAllBytes(folder.resolve("summary.txt")));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
