package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Cli;
import vmail.lab.Ran;

/** Lists of paths that an audit leaves for other programs, of the howto's people. */
class PathListsCliTest {

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
    void namesAllThatMustBeThereWhenAllIsWell() throws IOException, InterruptedException {
        audit();

        assertThat(files()).containsExactly("combined.txt");
        assertThat(lines("combined.txt"))
                .contains(
                        "= BASE/albert.onestone/Maildir",
                        "= BASE/shared.maildirs/timetravel.weekly",
                        "= BASE/shared.maildirs/timetravel.weekly/.incoming",
                        "= BASE/shared/timetravel.weekly/incoming")
                .allMatch(line -> line.startsWith("= BASE/"))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesEachPathByWhatIsSeenOfIt() throws IOException, InterruptedException {
        audit();
        int all = lines("combined.txt").size();
        Path base = trial.mailBase();
        Files.delete(base.resolve("shared/timetravel.weekly/incoming"));
        for (String each : List.of("cur", "new", "tmp")) {
            Files.createDirectories(base.resolve("ensign.redshirt/Maildir").resolve(each));
        }
        Files.setPosixFilePermissions(
                base.resolve("albert.onestone/Maildir"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(base.resolve("line\nend/Maildir/new"));
        Files.createDirectories(base.resolve("line\nend/Maildir/cur"));
        Files.createDirectories(base.resolve("line\nend/Maildir/tmp"));
        audit();

        assertThat(lines("delivery-link-present.txt")).containsExactly("BASE/shared/timetravel.weekly/incoming");
        assertThat(lines("no-orphan-maildir.txt")).containsExactly("BASE/ensign.redshirt/Maildir");
        assertThat(lines("combined.txt"))
                .contains(
                        "* BASE/albert.onestone/Maildir",
                        "+ BASE/ensign.redshirt/Maildir",
                        "- BASE/shared/timetravel.weekly/incoming",
                        "= BASE/shared.maildirs/timetravel.weekly/.incoming")
                .hasSize(all + 1);
        assertThat(lines("escaped.txt"))
                .singleElement()
                .asString()
                .matches("no-orphan-maildir [0-9a-f]{12} BASE/line\\\\x0aend/Maildir");
    }

    @Test
    void writesThemWhereTheyAreAskedFor() throws IOException, InterruptedException {
        Files.delete(trial.mailBase().resolve("shared/timetravel.weekly/incoming"));
        audit();
        Path lists = folder.resolve("lists");

        Ran ran = lists(lists);
        Ran again = lists(lists);

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        for (String name : files()) {
            assertThat(lists.resolve(name)).hasSameBinaryContentAs(latest().resolve(name));
        }
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.err()).startsWith("vmail: " + lists + " could not be written: ");
    }

    private Ran lists(Path lists) throws IOException, InterruptedException {
        return Cli.here().run("report", "--workspace=" + trial.workspace(), "--lists=" + lists);
    }

    private void audit() throws IOException, InterruptedException {
        trial.run("audit", "--look-twice=0");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(latest())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(latest().resolve(name)).stream()
                .map(line -> line.replace(trial.mailBase().toString(), "BASE"))
                .toList();
    }

    /** Of runs of one second the one with the highest number. */
    private Path latest() throws IOException {
        try (Stream<Path> runs = Files.list(trial.workspace().resolve("runs"))) {
            return runs.filter(run -> String.valueOf(run.getFileName()).contains("audit"))
                    .max(Path::compareTo)
                    .orElseThrow()
                    .resolve("paths");
        }
    }
}
