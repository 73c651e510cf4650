package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Ran;

/** Which runs an audit removes at its end. */
class OldRunsTest {

    private static final String IMPORT = "20261101-000000-import";
    private static final String FIRST = "20261102-030000-audit";
    private static final String SECOND = "20261103-030000-audit";
    private static final String THIRD = "20261104-030000-audit";

    @TempDir
    private Path folder;

    private Trial trial = new Trial(Path.of("."));

    @BeforeEach
    void bringTheHowto() throws IOException, InterruptedException {
        trial = Trial.in(folder).at("2026-11-01T00:00:00Z");
        String text = Files.readString(Path.of("../sample-data/howto/accounts.ldif"))
                .replace("/vmail/", trial.mailBase() + "/");
        trial.importing(trial.file("accounts.ldif", text).toString(), "../sample-data/howto/domains.ldif");
    }

    @Test
    void keepsTheNewestAndWhatChangedSomething() throws IOException, InterruptedException {
        night("2026-11-02T03:00:00Z");
        night("2026-11-03T03:00:00Z");
        Ran third = night("2026-11-04T03:00:00Z", "--keep-runs=2");

        assertThat(third.err()).isEmpty();
        assertThat(folders()).containsExactly(IMPORT, SECOND, THIRD);
        assertThat(listed()).containsExactly(THIRD, SECOND, IMPORT);
    }

    @Test
    void removesWhatIsTooOldButNotTheAuditToCompareWith() throws IOException, InterruptedException {
        Files.delete(trial.mailBase().resolve("shared/timetravel.weekly/incoming"));
        night("2026-11-02T03:00:00Z");
        night("2026-11-03T03:00:00Z", "--domain=anotherdomain.nu");
        Ran later = night("2026-12-24T03:00:00Z", "--keep-days=30", "--domain=anotherdomain.nu");

        assertThat(folders()).containsExactly(IMPORT, FIRST, "20261224-030000-audit");
        assertThat(later.out()).contains("standing since 2026-11-03, 2 nights");
        assertThat(night("2026-12-25T03:00:00Z").out()).contains("standing since 2026-11-02, 2 nights");
        assertThat(folders()).contains(FIRST);
    }

    @Test
    void anImportThatChangedNothingIsNotNeeded() throws IOException, InterruptedException {
        trial.at("2026-11-01T01:00:00Z")
                .importing(folder.resolve("accounts.ldif").toString());
        assertThat(folders()).containsExactly(IMPORT, "20261101-010000-import");

        night("2026-11-04T03:00:00Z", "--keep-runs=1");

        assertThat(folders()).containsExactly(IMPORT, THIRD);
    }

    @Test
    void leavesAFolderInWhichSomebodyElseHasPutSomething() throws IOException, InterruptedException {
        night("2026-11-02T03:00:00Z");
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path first = trial.workspace().resolve("runs/" + FIRST);
        Files.writeString(first.resolve("notes.txt"), "call Janeway");
        Files.delete(first.resolve("findings.csv"));
        Files.createSymbolicLink(first.resolve("findings.csv"), precious);
        Ran second = night("2026-11-03T03:00:00Z", "--keep-runs=1");

        assertThat(second.code()).isZero();
        assertThat(second.err())
                .startsWith("vmail: run " + FIRST + " has been kept long enough, but vmail did not make ")
                .contains(
                        first.resolve("notes.txt").toString(),
                        first.resolve("findings.csv").toString())
                .endsWith(". Move that away; the next audit removes the run\n");
        assertThat(first.resolve("run.jsonl")).exists();
        assertThat(precious).hasContent("precious");
        assertThat(listed()).contains(FIRST);
    }

    @Test
    void forgetsARunWhoseFolderIsGone() throws IOException, InterruptedException {
        night("2026-11-02T03:00:00Z");
        try (Stream<Path> files = Files.walk(trial.workspace().resolve("runs/" + FIRST))) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
        Ran second = night("2026-11-03T03:00:00Z", "--keep-runs=1");

        assertThat(second.err()).isEmpty();
        assertThat(listed()).containsExactly(SECOND, IMPORT);
    }

    @Test
    void refusesToKeepNone() throws IOException, InterruptedException {
        assertThat(night("2026-11-02T03:00:00Z", "--keep-runs=0").err())
                .isEqualTo("vmail: --keep-runs must be at least 1, not 0\n");
        assertThat(night("2026-11-02T03:00:00Z", "--keep-days=0").code()).isEqualTo(2);
    }

    private Ran night(String instant, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("audit", "--look-twice=0"));
        all.addAll(List.of(options));
        return trial.at(instant).run(all.toArray(String[]::new));
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(trial.workspace().resolve("runs"))) {
            return folders.map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private List<String> listed() throws IOException, InterruptedException {
        return trial.run("runs")
                .out()
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }
}
