package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.lab.Ran;

/** What the command after a killed one says and does. */
class ContinuedImportTest {

    private static final long SEED = 1;
    /** id, date, time, command, state. */
    private static final Pattern RUN = Pattern.compile("(?m)^(\\S+) +\\S+ +\\S+ +import +(\\w+) ");

    private MailHost host;

    @BeforeEach
    void killAnImportThatHasBegunToWrite() throws IOException, LDAPException, LDIFException, InterruptedException {
        host = MailHost.withAccounts(SEED, 1_000);
        host.killWhileItWrites(host.startImport());
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void isOneRunThatWasInterruptedAndThenDone() throws IOException, InterruptedException {
        Ran killed = host.cli().run("runs");
        Ran continued = host.runImport();
        Ran done = host.cli().run("runs");

        assertThat(states(killed)).containsExactly("interrupted");
        assertThat(continued.code()).as("%s", continued).isZero();
        assertThat(continued.err()).isEqualTo("vmail: continuing run " + id(killed) + "\n");
        assertThat(states(done)).containsExactly("done");
        assertThat(id(done)).isEqualTo(id(killed));
    }

    @Test
    void saysThatItsFiguresAreThoseOfTheLastAttempt() throws IOException, InterruptedException {
        Ran continued = host.runImport();

        assertThat(continued.out())
                .contains("read 1000")
                .contains("note: this run was continued: what earlier attempts added, changed and made is counted as"
                        + " unchanged; changes.ldif has the changes of all attempts");
    }

    @Test
    void refusesAChangedSourceUntilToldToBeginAnew() throws IOException, LDAPException, InterruptedException {
        String before = host.state();
        String runs = host.cli().run("runs").out();
        host.site().file("accounts.csv", Accounts.csv(SEED + 1, 1_000));

        Ran refused = host.runImport();
        String after = host.state();
        Ran anew = host.runImport("--new-run");

        assertThat(refused)
                .isEqualTo(new Ran(
                        5,
                        "",
                        "vmail: run " + id(new Ran(0, runs, ""))
                                + " did not finish, and its sources or options were others than these. Run it again as it"
                                + " was, or begin anew with --new-run\n"));
        assertThat(after).isEqualTo(before);
        assertThat(anew.code()).as("%s", anew).isZero();
        assertThat(states(host.cli().run("runs"))).containsExactly("done", "interrupted");
    }

    @Test
    void refusesChangedOptionsUntilToldToBeginAnew() throws IOException, LDAPException, InterruptedException {
        String before = host.state();

        List<Ran> refused = List.of(
                host.runImport("--no-update"),
                host.runImport("--load-inactive"),
                host.runImport("--severity", "unique-mail=warning"),
                host.runImport("--password-scheme", "crypt-sha512"));
        String after = host.state();
        Ran anew = host.runImport("--no-update", "--new-run");

        assertThat(refused).extracting(Ran::code).containsOnly(5);
        assertThat(refused).extracting(Ran::err).allMatch(text -> text.contains("--new-run"));
        assertThat(after).isEqualTo(before);
        assertThat(anew.code()).as("%s", anew).isZero();
    }

    @Test
    void forgetsNotThatItWroteWhenTheSecondAttemptIsKilledBeforeItWrites() throws IOException, InterruptedException {
        host.killWhileItChecks(host.startImport());

        Ran killed = host.cli().run("runs");
        Ran continued = host.runImport();

        assertThat(states(killed)).containsExactly("interrupted");
        assertThat(continued.code()).as("%s", continued).isZero();
        assertThat(continued.err()).isEqualTo("vmail: continuing run " + id(killed) + "\n");
    }

    @Test
    void leavesNoReportUnderItsOwnNameBeforeTheEnd() throws IOException, InterruptedException {
        var folder =
                host.site().workspace().resolve("runs").resolve(id(host.cli().run("runs")));

        assertThat(Files.exists(folder.resolve("summary.txt"))).isFalse();
        assertThat(Files.exists(folder.resolve("findings.json"))).isFalse();
        assertThat(host.runImport().code()).isZero();
        assertThat(folder.resolve("summary.txt")).content().contains("import, done");
    }

    private static List<String> states(Ran runs) {
        return RUN.matcher(runs.out()).results().map(run -> run.group(2)).toList();
    }

    private static String id(Ran runs) {
        return RUN.matcher(runs.out())
                .results()
                .findFirst()
                .map((MatchResult run) -> run.group(1))
                .orElseThrow();
    }
}
