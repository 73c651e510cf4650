package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Tree;

class DemoCommandTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void makesTheHowtosTreeAndSaysWhereToLook() throws IOException, InterruptedException {
        Ran ran = demo();

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("directory: added 3, changed 0, unchanged 0, refused 0\n")
                .contains("audit: clean, checked 3\nfindings: none\n")
                .contains("The mail base:  find " + folder.resolve("demo/vmail") + "\n");
        assertThat(Files.readString(folder.resolve("demo/workspace/directory.ldif")))
                .contains("cn=Seven of Nine,ou=Tokelau,o=company");
        assertThat(paths(String.join("\n", Tree.of(folder.resolve("demo/vmail")))))
                .isEqualTo(paths(Files.readString(PROJECT.resolve("sample-data/howto/expected/tree.txt"))));
    }

    @Test
    void changesNothingTheSecondTime() throws IOException, InterruptedException {
        demo();

        Ran again = demo();

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("directory: added 0, changed 0, unchanged 3, refused 0\nstores: made 0\n");
    }

    @Test
    void endsWithACommandThatWorksAsItIsPrinted() throws IOException, InterruptedException {
        String command = demo().out().lines().reduce("", (before, line) -> line).strip();
        assertThat(command).startsWith("./vmail check ");

        Ran ran = Cli.here()
                .run(command.replace("./vmail ", "")
                        .replace("sample-data/", PROJECT + "/sample-data/")
                        .split(" ", -1));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("Did you mean mydomain.nl?", "Did you mean active?");
    }

    @Test
    void showsWhatAnAuditSaysOfABrokenSystemAndGoesOn() throws IOException, InterruptedException {
        Ran ran = broken();

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("[unique-mail] LOST", "[delivery-link-is-link] UNSEEN", "[no-stray-subscription] LEAKED")
                .contains(
                        "./vmail repair --dry-run --settings " + folder.resolve("demo/broken/vmail.properties") + "\n");
        assertThat(broken().out()).contains("[unique-mail] LOST");
    }

    @Test
    void commandsThatTheBrokenDemoEndsWithWork() throws IOException, InterruptedException {
        List<String> commands = broken().out()
                .lines()
                .filter(line -> line.startsWith("  ./vmail "))
                .map(line -> line.replace("  ./vmail ", ""))
                .toList();

        assertThat(commands).hasSize(4);
        for (String command : commands) {
            Ran ran = Cli.process().run(command.split(" ", -1));
            assertThat(ran.code()).as(command + ran.err()).isIn(0, 1);
        }
    }

    private Ran broken() throws IOException, InterruptedException {
        return Cli.process()
                .java("-Dvmail.home=" + PROJECT)
                .run("demo", "--broken", "--workspace=" + folder.resolve("demo"));
    }

    private Ran demo() throws IOException, InterruptedException {
        return Cli.process().java("-Dvmail.home=" + PROJECT).run("demo", "--workspace=" + folder.resolve("demo"));
    }

    /** Modes and kinds without the owner: the demo's mail belongs to whoever runs it. */
    private static String paths(String tree) {
        return tree.lines().map(line -> line.replaceFirst(" \\S+:\\S+ ", " ")).collect(Collectors.joining("\n"));
    }
}
