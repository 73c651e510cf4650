package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.lab.Ran;

/** A directory that is away, goes away, or does not let us in. */
class DirectoryGoneTest {

    private MailHost host;

    @BeforeEach
    void open() throws IOException, LDAPException, LDIFException {
        host = MailHost.withAccounts(8, 1_000);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void isToldBeforeAnythingIsWritten() throws IOException, InterruptedException {
        host.slapd().kill();

        Ran refused = host.runImport();

        assertThat(refused.code()).as("%s", refused).isEqualTo(3);
        assertThat(refused.err())
                .startsWith("vmail: " + host.slapd().url() + " can not be used: ")
                .contains("Connection refused")
                .hasLineCount(1);
        assertThat(host.mailBase()).isEmptyDirectory();
    }

    @Test
    void isWaitedForWhenItIsRestartedWhileAccountsAreLoaded() throws IOException, LDAPException, InterruptedException {
        Process process = host.startImport();
        awaitFirstAccount(process);

        host.slapd().restart();
        int code = process.waitFor();

        // the audit's search is not repeated: it may have met the restart
        assertThat(code).as(host.saidText()).isIn(0, 3, 4);
        Soundness.check(host);
        Ran again = host.runImport();
        assertThat(again.code()).as("%s", again).isZero();
        assertSameAsUndisturbed();
    }

    @Test
    void isToldWhenItStaysAwayAndContinuedWhenItIsBack() throws IOException, LDAPException, InterruptedException {
        Process process = host.startImport();
        awaitFirstAccount(process);

        host.slapd().kill();
        int code = process.waitFor();
        String said = host.saidText();
        host.slapd().restart();
        Soundness.check(host);
        Ran continued = host.runImport();

        assertThat(code).as(said).isIn(3, 4);
        assertThat(said).contains("vmail: ").doesNotContain("\tat ").doesNotContain("a fault of vmail's");
        assertThat(continued.code()).as("%s", continued).isZero();
        assertSameAsUndisturbed();
    }

    @Test
    void refusesAWrongPasswordOnce() throws IOException, InterruptedException {
        Files.writeString(host.site().folder().resolve("admin.password"), "guess\n");

        Ran refused = host.runImport();

        assertThat(refused.code()).as("%s", refused).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("vmail: " + host.slapd().url() + " does not accept the password of cn=admin,o=company")
                .doesNotContain("guess")
                .hasLineCount(1);
    }

    @Test
    void namesAPasswordFileThatIsMissingOrOpenToOthers() throws IOException, InterruptedException {
        Path file = host.site().folder().resolve("admin.password");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Ran open = host.runImport();
        Files.delete(file);
        Ran missing = host.runImport();

        assertThat(open.code()).as("%s", open).isEqualTo(5);
        assertThat(open.err()).contains("Run: chmod 600 " + file);
        assertThat(missing).isEqualTo(new Ran(2, "", "vmail: there is no bind password file " + file + "\n"));
    }

    private void assertSameAsUndisturbed() throws IOException, LDAPException, InterruptedException {
        String state = host.state();
        host.clear();
        assertThat(host.runImport().code()).isZero();
        assertThat(state).isEqualTo(host.state());
    }

    private void awaitFirstAccount(Process process) throws IOException, LDAPException, InterruptedException {
        try (LDAPConnection connection = host.slapd().connection()) {
            while (!connection
                    .getEntry("ou=Tokelau,o=company", "hasSubordinates")
                    .hasAttributeValue("hasSubordinates", "TRUE")) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the import loads no account: " + host.saidText());
                }
                Thread.sleep(2);
            }
        }
    }
}
