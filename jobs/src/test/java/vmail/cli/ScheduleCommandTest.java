package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Cli;
import vmail.lab.Program;
import vmail.lab.Ran;

class ScheduleCommandTest {

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Path settings;

    @BeforeEach
    void write() throws IOException {
        settings = Files.writeString(
                folder.resolve("vmail.properties"),
                "ldap-url=ldap://localhost\nmail-base=" + folder + "/vmail\nworkspace=" + folder + "/workspace\n");
    }

    @Test
    void printsUnitsThatSystemdTakes() throws IOException, InterruptedException {
        Ran printed = run("--systemd", "--at=03:15", "--user=root");

        assertThat(printed.code()).isZero();
        assertThat(printed.out())
                .contains(
                        " audit --settings " + settings + "\n",
                        "ReadOnlyPaths=" + folder + "/vmail\n",
                        "ReadWritePaths=" + folder + "/workspace\n",
                        "NoNewPrivileges=yes\n",
                        "SystemCallFilter=~@privileged @resources\nUMask=0077\n",
                        "User=root\n",
                        "OnCalendar=*-*-* 03:15:00\n");
        assertSystemdTakes(printed.out());
    }

    @Test
    void letsAUnitThatMailsHandItsMailOver() throws IOException, InterruptedException {
        Ran printed = run("--systemd", "--user=root", "--mail-to=postmaster@mydomain.nl");

        assertThat(printed.out())
                .contains(
                        " audit --settings " + settings + " --mail-to postmaster@mydomain.nl\n",
                        "ReadOnlyPaths=" + folder + "/vmail\n",
                        "ReadWritePaths=-/var/spool/postfix/maildrop ")
                // systemd.exec(5), NoNewPrivileges=: these imply it
                .doesNotContainPattern("\n(NoNewPrivileges|SystemCall\\w+|Restrict\\w+|PrivateDevices|ProtectKernel\\w+"
                        + "|ProtectClock|LockPersonality|MemoryDenyWriteExecute|DynamicUser)=");
        assertSystemdTakes(printed.out());
    }

    private void assertSystemdTakes(String printed) throws IOException, InterruptedException {
        Program.SYSTEMD_ANALYZE.assumeInstalled();
        int timer = printed.indexOf("# /etc/systemd/system/vmail-audit.timer");
        Path service = Files.writeString(
                folder.resolve("vmail-audit.service"),
                // the launcher of a checkout that was not built yet can not be started
                printed.substring(0, timer).replaceAll("ExecStart=\\S+", "ExecStart=/bin/true"));
        Files.writeString(folder.resolve("vmail-audit.timer"), printed.substring(timer));

        Process verify = new ProcessBuilder(
                        Program.SYSTEMD_ANALYZE.path().toString(),
                        "verify",
                        service.toString(),
                        folder.resolve("vmail-audit.timer").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("vmail-audit");
    }

    @Test
    void printsALineForCron() throws IOException, InterruptedException {
        Ran printed = run("--cron");

        assertThat(printed.code()).isZero();
        assertThat(printed.out().lines().filter(line -> !line.startsWith("#")))
                .singleElement()
                .asString()
                .matches("30 2 \\* \\* \\* vmail nice /.*/vmail audit --settings " + settings + " >/dev/null");
    }

    @Test
    void refusesWhatItCanNotSchedule() throws IOException, InterruptedException {
        assertThat(run("--cron", "--at=25:00").err())
                .isEqualTo("vmail: --at 25:00 is no time of day; write it like 02:30\n");
        assertThat(run("--cron", "--mail-to=a b%c").err())
                .isEqualTo(
                        "vmail: a schedule can not hold a b%c: use a name of letters, digits and _ . / @ + = : , -\n");
        assertThat(Cli.here().run("schedule", "--cron").err()).startsWith("vmail: no settings file: ");
        assertThat(run().code()).isEqualTo(2);
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        return Cli.here().with("--settings=" + settings).run(with("schedule", arguments));
    }

    private static String[] with(String first, String... others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
