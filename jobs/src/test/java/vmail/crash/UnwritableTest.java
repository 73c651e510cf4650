package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;

/** Places that can not be written: mail base, workspace, standard output. One line says which, and no exit code says done. */
class UnwritableTest {

    private MailHost host;

    @BeforeEach
    void open() throws IOException, LDAPException, LDIFException {
        host = MailHost.withAccounts(7, 60);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void namesAMailBaseThatIsNotOurs() throws IOException, LDAPException, InterruptedException {
        mode(host.mailBase(), "r-xr-xr-x");

        Ran refused = host.runImport();
        mode(host.mailBase(), "rwxr-xr-x");

        assertThat(refused.code()).as("%s", refused).isEqualTo(3);
        assertThat(refused.err())
                .startsWith("vmail: can not write " + host.mailBase())
                .contains("Permission denied")
                .hasLineCount(1);
        assertThat(host.slapd().entries()).hasSize(5);
        assertThat(host.runImport().code()).isZero();
    }

    @Test
    void namesAWorkspaceThatIsNotOurs() throws IOException, LDAPException, InterruptedException {
        Path parent = host.site().workspace().resolveSibling("");
        mode(parent, "r-xr-xr-x");

        Ran refused = host.runImport();
        mode(parent, "rwxr-xr-x");

        assertThat(refused)
                .isEqualTo(new Ran(
                        3,
                        "",
                        "vmail: can not use the workspace " + host.site().workspace()
                                + ": no right to read and write " + host.site().workspace()
                                + ". Choose another with --workspace, or make this one yours, with room, and run the same"
                                + " command again.\n"));
        assertThat(host.slapd().entries()).hasSize(5);
    }

    @Test
    void doesNotTakeAnEmptyDatabaseForANewOne() throws IOException, LDAPException, InterruptedException {
        assertThat(host.runImport().code()).isZero();
        String before = host.state();
        Path database = host.site().workspace().resolve("vmail.mv.db");
        byte[] content = Files.readAllBytes(database);
        Files.write(database, new byte[0]);

        Ran refused = host.runImport();
        Ran audit = host.cli().run("audit");
        Files.write(database, content);
        Ran again = host.runImport();

        assertThat(refused.code()).as("%s", refused).isEqualTo(3);
        assertThat(refused.err())
                .startsWith("vmail: " + database + " is damaged: ")
                .contains("Put back a copy, or move " + database + " and ")
                .hasLineCount(1);
        assertThat(audit).isEqualTo(refused);
        assertThat(host.state()).isEqualTo(before);
        assertThat(again.code()).as("%s", again).isZero();
    }

    @Test
    void endsNotWellWhenItsAnswerIsLost() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "SKIPPED: there is no /dev/full");
        Path said = host.said();

        Process process = host.cli()
                .builder(host.importing())
                .redirectOutput(full.toFile())
                .redirectError(said.toFile())
                .start();
        int code = process.waitFor();

        assertThat(code).as(host.saidText()).isEqualTo(3);
        assertThat(host.saidText())
                .isEqualTo("vmail: the report could not be written: the output does not take it (disk full or pipe"
                        + " closed). Make room there or choose another place, and run the same command again.\n");
        Ran runs = host.cli().run("runs");
        assertThat(runs.out()).as("what it did is kept").contains(" done ").contains("added 60");
        assertThat(host.runImport().out()).contains("added 0, changed 0, unchanged 60");
    }

    @Test
    void listsRunsNotIntoAFullPlace() throws IOException, InterruptedException {
        assertThat(host.runImport().code()).isZero();

        for (String command : new String[] {"runs", "audit"}) {
            int code = host.cli()
                    .builder(command)
                    .redirectOutput(Path.of("/dev/full").toFile())
                    .redirectError(host.said().toFile())
                    .start()
                    .waitFor();

            assertThat(code).as("%s: %s", command, host.saidText()).isEqualTo(3);
        }
    }

    @Test
    void refusesToMakeMailOfRoots() throws IOException, LDAPException, InterruptedException {
        assumeTrue(MailOwner.isRoot(), "SKIPPED: not root");

        Ran refused = Cli.process().with(host.site().writing(host.slapd())).run(host.importing());

        assertThat(refused.code()).as("%s", refused).isEqualTo(5);
        assertThat(refused.err())
                .isEqualTo(
                        "vmail: running as root without --owner: what root makes the mail server could not use. Name the"
                                + " mail owner, e.g. --owner vmail, or run as that user\n");
        assertThat(host.slapd().entries()).hasSize(5);
        assertThat(host.mailBase()).isEmptyDirectory();
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
