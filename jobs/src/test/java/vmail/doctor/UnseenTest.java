package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.SystemCalls;

/** What can not be seen is no finding; and looking changes nothing. */
class UnseenTest {

    @RegisterExtension
    static final Ward WARD = new Ward();

    @Test
    void whatTheMailOwnerMayNotReadIsUnknown() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MailOwner.isRoot(), "SKIPPED: only root can give files to others");

        Ran ran = patient()
                .examineAs(
                        Cli.asMailOwner(),
                        "--postfix-config=" + folder().resolve("postfix"),
                        "--authldaprc=" + folder().resolve("courier/authldaprc"),
                        "--format=json");

        Diagnosis diagnosis = Diagnosis.of(ran);
        assertThat(diagnosis.problems()).isEmpty();
        assertThat(diagnosis.unknown())
                .contains("postfix-map-known", "postfix-map-filter", "courier-marker", "courier-filter")
                .doesNotContain("postfix-mailbox-base", "postfix-mail-owner", "mail-base-usable", "directory-bind");
        assertThat(ran.code()).isEqualTo(4);
    }

    @Test
    void aMailBaseThatMayNotBeReachedIsUnknown() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MailOwner.isRoot(), "SKIPPED: only root can close a folder to others");
        Path closed = Files.createDirectory(patient().site().folder().resolve("closed"));
        Files.createDirectory(closed.resolve("vmail"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));

        Ran ran = patient().examineAs(Cli.asMailOwner(), "--mail-base=" + closed.resolve("vmail"));

        assertThat(ran.out())
                .contains(
                        "unknown  mail-base-usable               the mail base can not be looked at: Permission denied\n")
                .contains("Nothing is said about mail-base-usable, mail-base-mounted,")
                .doesNotContain("problem  ");
        assertThat(ran.code()).isEqualTo(4);
    }

    @Test
    void rootWithoutAnOwnerCanNotJudgeOwners() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MailOwner.isRoot(), "SKIPPED: nobody else is without an owner");

        Ran ran = patient().examineAs(Cli.here(), "--format=json");

        assertThat(Diagnosis.of(ran).unknown()).containsExactly("mail-base-usable", "shared-roots-usable");
        assertThat(ran.code()).isEqualTo(4);
    }

    @Test
    void changesNothing() throws IOException, InterruptedException {
        SystemCalls calls = SystemCalls.tracedIn(patient().site());
        Path workspace = patient().site().folder().resolve("work/none");
        List<String> writes = patient().slapd().writes();

        Ran ran = patient().examineAs(calls.of(Cli.asMailOwner()), "--workspace=" + workspace);

        assertThat(ran.out()).doesNotContain("problem  ");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(calls.changing(patient().site().mailBase())).isEmpty();
        assertThat(calls.changing(workspace)).isEmpty();
        assertThat(patient().slapd().writes()).isEqualTo(writes);
    }

    @Test
    void aConfigurationThatIsNotThereIsWrongUsage() throws IOException, InterruptedException {
        Ran ran = patient().examineWithoutServers("--postfix-config=/nowhere");

        assertThat(ran)
                .isEqualTo(
                        new Ran(2, "", "vmail: there is no /nowhere/main.cf: see --postfix-config and --authldaprc\n"));
    }

    private static Patient patient() {
        return WARD.patient();
    }

    private static Path folder() {
        return patient().folder();
    }
}
