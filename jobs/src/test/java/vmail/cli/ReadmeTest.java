package vmail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.check.StopRequest;

/**
 * Every command that README.md shows works as it is shown, in the order in which it is shown; those about servers are {@link
 * vmail.mail.ReadmeOnServersTest}'s.
 */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    Path folder;

    @Test
    void showsCommandsThatWork() throws IOException {
        ReadmeText readme = ReadmeText.read();
        Path settings = Files.writeString(folder.resolve("vmail.properties"), here(readme.settings()));
        Files.writeString(folder.resolve("crew-list.yaml"), readme.mapping());
        makeMailBase();

        List<String> commands = readme.commandsAlone();
        List<String> failures = new ArrayList<>();
        for (String command : commands) {
            run(command, settings, failures);
        }

        assertThat(failures).isEmpty();
        assertThat(commands).hasSizeGreaterThan(6);
    }

    /** The settings of the README, with a directory, a mail base and a workspace of the test's own. */
    private String here(String settings) throws IOException {
        return settings.replace("ldap-url=ldap://localhost", "ldap-url=embedded")
                        .replaceAll("(?m)^(bind-|owner=).*\n", "")
                        .replace("mail-base=/vmail", "mail-base=" + folder.resolve("vmail"))
                        .replace("workspace=/var/lib/vmail", "workspace=" + folder.resolve("workspace"))
                + (Surroundings.isRoot() ? "owner=5000:5000\n" : "");
    }

    private void makeMailBase() throws IOException {
        Path base = Files.createDirectory(folder.resolve("vmail"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (Surroundings.isRoot()) {
            Files.setAttribute(base, "unix:uid", 5000);
            Files.setAttribute(base, "unix:gid", 5000);
        }
    }

    private void run(String command, Path settings, List<String> failures) {
        String[] arguments = command.replace("./vmail ", "")
                .replace("sample-data/", ROOT + "/sample-data/")
                .replace("vmail.properties", settings.toString())
                .replace("report.html", folder.resolve("report.html").toString())
                .replace("crew-list.yaml", folder.resolve("crew-list.yaml").toString())
                .split(" ");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);

        int code = new Main(new Terminal(out, out, false, Clock.systemUTC()), new StopRequest()).run(arguments);

        // the small sample has no passwords, which is worth a warning; what older systems export is seldom without
        // faults
        int expected = command.matches("./vmail check sample-data/(small|profiles/).*") ? 1 : 0;
        if (code != expected) {
            failures.add(command + "\nexit " + code + ", expected " + expected + "\n" + said.toString(UTF_8));
        }
    }
}
