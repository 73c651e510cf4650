package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.lab.Ran;

/** One writer per mail base, one process per workspace; the kernel frees both when their holder dies. */
class LockedMailBaseTest {

    private MailHost host;
    private Process running;

    @BeforeEach
    void stopAnImportInTheMiddle() throws IOException, LDAPException, LDIFException, InterruptedException {
        host = MailHost.withAccounts(5, 1_000);
        running = host.startImport();
        host.awaitFirstStore(running);
        // so that it can not end before the test does
        signal("STOP");
    }

    @AfterEach
    void close() throws InterruptedException {
        running.destroyForcibly().waitFor();
        host.close();
    }

    @Test
    void letsNoOtherImportIn() throws IOException, InterruptedException {
        Ran second = host.runImport();

        assertThat(second).isEqualTo(new Ran(6, "", lockedOut()));
    }

    @Test
    void letsNoMakeStoresInWhateverItsWorkspace() throws IOException, InterruptedException {
        Ran makeStores = host.cliWith("--workspace=" + otherWorkspace()).run("make-stores");

        assertThat(makeStores).isEqualTo(new Ran(6, "", lockedOut()));
    }

    @Test
    void letsNoImportInWithAnotherWorkspace() throws IOException, InterruptedException {
        Ran second = host.cliWith("--workspace=" + otherWorkspace()).run(host.importing());

        assertThat(second).isEqualTo(new Ran(6, "", lockedOut()));
        assertThat(Files.exists(otherWorkspace())).isFalse();
    }

    @Test
    void letsNoImportInByAnotherNameOfTheMailBase() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(host.site().folder().resolve("mail"), host.mailBase());

        Ran second = host.cliWith("--mail-base=" + link, "--workspace=" + otherWorkspace())
                .run(host.importing());

        assertThat(second.code()).as("%s", second).isEqualTo(6);
        assertThat(second.err()).contains("(pid " + running.pid() + ", run import)");
    }

    @Test
    void keepsTheWorkspaceToItself() throws IOException, InterruptedException {
        Ran audit = host.cli().run("audit");
        Ran runs = host.cli().run("runs");

        String busy = "vmail: another run uses the workspace " + host.site().workspace()
                + ". Wait until it ends, or use another workspace.\n";
        assertThat(audit).isEqualTo(new Ran(6, "", busy));
        assertThat(runs).isEqualTo(new Ran(6, "", busy));
    }

    @Test
    void isFreeAgainWhenItsHolderIsKilled() throws IOException, InterruptedException {
        running.destroyForcibly().waitFor();

        Ran next = host.runImport();

        assertThat(next.code()).as("%s", next).isZero();
    }

    @Test
    void isFreeAgainWhenItsHolderGoesOnAndEnds() throws IOException, InterruptedException {
        signal("CONT");

        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).as(host.saidText()).isZero();
        assertThat(host.runImport().code()).isZero();
    }

    private String lockedOut() {
        return "vmail: another run works on " + host.mailBase() + " (pid " + running.pid()
                + ", run import). Wait for it to end, or stop it, then run the same command again\n";
    }

    private Path otherWorkspace() {
        return host.site().workspace().resolveSibling("other");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(running.pid()))
                .start()
                .waitFor();
    }
}
