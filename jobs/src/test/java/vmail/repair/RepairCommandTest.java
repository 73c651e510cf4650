package vmail.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vmail.account.MailBase;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.SystemCalls;
import vmail.workspace.MailBaseLock;

/** When vmail repairs nothing, and what it says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all tests
class RepairCommandTest {

    private static final String MAILDIR = "/vmail/albert.onestone/Maildir";
    private static final String TWO = "rmdir " + MAILDIR + "/tmp && rm /vmail/shared/timetravel.weekly/incoming";

    private Host host;

    @BeforeAll
    void open() throws IOException, InterruptedException, LDAPException, LDIFException {
        host = Host.open();
    }

    @AfterAll
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @BeforeEach
    void reset() throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
    }

    @Test
    void writesNothingWhereNothingIsToBeRepaired() throws IOException, InterruptedException {
        SystemCalls calls = SystemCalls.tracedIn(host.site());
        int writes = host.slapd().writes().size();

        Ran ran = calls.of(host.cli(Cli.process())).run("repair");

        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(changing(calls)).isEmpty();
        assertThat(host.slapd().writes()).hasSize(writes);
    }

    @Test
    void writesNothingInADryRun() throws IOException, InterruptedException {
        host.mailOwner(TWO);
        SystemCalls calls = SystemCalls.tracedIn(host.site());
        int writes = host.slapd().writes().size();

        Ran ran = calls.of(host.cli(Cli.process())).run("repair", "--dry-run");

        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out()).contains("note: 2 findings would be repaired; nothing was touched");
        assertThat(changing(calls)).isEmpty();
        assertThat(host.slapd().writes()).hasSize(writes);
    }

    /** Reports have paths in them, too. */
    private List<String> changing(SystemCalls calls) throws IOException {
        return calls.changing(host.base()).stream()
                .filter(line -> !line.contains("<" + host.site().workspace()))
                .toList();
    }

    @Test
    void repairsNothingWhereTheAuditIsInconclusive() throws IOException, InterruptedException, LDAPException {
        assumeTrue(MailOwner.isRoot(), "root alone can make what the mail owner can not see");
        host.mailOwner(TWO);
        host.root("mkdir -m 0700 /vmail/closed && mkdir /vmail/closed/inner");
        String before = host.state();

        Ran ran = host.asMailOwner("repair");

        assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.err()).contains(host.at("/vmail/closed") + ": Permission denied");
        assertThat(host.state()).isEqualTo(before);
    }

    @Test
    void asksForTheNumberWhereTooMuchWouldChange() throws IOException, InterruptedException, LDAPException {
        host.mailOwner(TWO);
        String before = host.state();

        Ran many = host.vmail("repair", "--max-changes=1");
        Ran wrong = host.vmail("repair", "--max-changes=1", "--confirm=1");

        assertThat(many.code()).isEqualTo(5);
        assertThat(many.err())
                .isEqualTo("vmail: 2 repairs are more than 1 (--max-changes). Look at them with --dry-run; if that is"
                        + " right, say so with --confirm 2\n");
        assertThat(wrong.code()).isEqualTo(5);
        assertThat(wrong.err()).contains("2 repairs are more than 1 (--max-changes), and not the confirmed 1.");
        assertThat(host.state()).isEqualTo(before);

        Ran right = host.vmail("repair", "--max-changes=1", "--confirm=2");

        assertThat(right.code()).as(right.toString()).isZero();
        assertThat(host.rules()).isEmpty();
    }

    @Test
    void doesNotRunAsRootWithoutAnOwner() throws IOException, InterruptedException {
        assumeTrue(MailOwner.isRoot(), "not root");

        Ran ran = Cli.here().with(host.site().writing(host.slapd())).run("repair");

        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains("running as root without --owner");
    }

    @Test
    @SuppressWarnings("try") // the lock is held, not used
    void waitsForNobody() throws IOException, InterruptedException, MailBaseLock.Locked {
        try (MailBaseLock lock = MailBaseLock.acquire(new MailBase(host.base()), "somebody")) {
            Ran ran = host.vmail("repair");

            assertThat(ran.code()).isEqualTo(6);
            assertThat(host.vmail("repair", "--dry-run").code()).isZero();
        }
    }

    @Test
    void doesNotGiveAwayAFileThatHasAnotherName() throws IOException, InterruptedException, LDAPException {
        assumeTrue(MailOwner.isRoot(), "root alone can make root's files");
        host.root("echo secret > /vmail/secret && chmod 0600 /vmail/secret && ln /vmail/secret " + MAILDIR
                + "/new/9.secret && chown root:root " + MAILDIR);

        Ran ran = host.vmail("repair");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains(MAILDIR.replace("/vmail", host.base().toString()) + "/new/9.secret has 2 names (hard links)");
        host.root("test $(stat -c %u /vmail/secret) = 0 && test $(stat -c %u " + MAILDIR + ") = 5000");
    }

    @Test
    void saysWhatOnlyRootCanDo() throws IOException, InterruptedException {
        assumeTrue(MailOwner.isRoot(), "root alone can make root's files");
        host.root("chown root:root " + MAILDIR + "/cur && chmod 0777 " + MAILDIR + "/cur");

        Ran ran = host.asMailOwner("repair");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("only root can give it to the mail owner: run vmail repair as root, with --owner");
    }

    @Test
    void leavesWhatIsNoLongerAsItLeftIt() throws IOException, InterruptedException, LDAPException {
        host.mailOwner("chmod 0755 " + MAILDIR + " && rm -r /vmail/seven.of.nine");
        assertThat(host.vmail("repair").code()).isZero();
        host.mailOwner("echo new > /vmail/seven.of.nine/Maildir/new/1.new");
        Ran undone = host.vmail("undo", host.run("repair"));

        assertThat(undone.code()).isEqualTo(1);
        assertThat(undone.out())
                .contains(host.at("/vmail/seven.of.nine/Maildir/new") + " is no longer empty")
                .contains("change the mode of " + host.at(MAILDIR) + " from 0700 to 0755")
                .contains("note: 2 changes were made, 1 not");
        host.mailOwner("grep -qx new /vmail/seven.of.nine/Maildir/new/1.new");
    }

    @Test
    void undoesOnlyRunsThatItKnows() throws IOException, InterruptedException {
        host.mailOwner(TWO);
        assertThat(host.vmail("repair").code()).isZero();
        String run = host.run("repair");

        Ran unknown = host.vmail("undo", "20031126-120000-repair");
        Ran strange = host.vmail("undo", "../../etc");
        Ran audit = host.vmail("undo", run.replaceAll("repair.*", "audit"));
        Ran other = Cli.here()
                .with(MailOwner.options().toArray(String[]::new))
                .with(Stream.of(host.site().writing(host.slapd()))
                        .map(option -> option.replace("ou=Tokelau", "ou=Elsewhere"))
                        .toArray(String[]::new))
                .run("undo", run);

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("run 20031126-120000-repair has no journal.jsonl: ");
        assertThat(strange.code()).isEqualTo(2);
        assertThat(audit.code()).isEqualTo(2);
        assertThat(other.code()).isEqualTo(5);
        assertThat(other.err()).contains("run " + run + " changed ", ", the settings name ");
    }

    @Test
    void namesOnlyFindingsThatAreThere() throws IOException, InterruptedException {
        Ran ran = host.vmail("repair", "--plan", "0123abcd");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("vmail: no finding 0123abcd now; vmail repair --dry-run lists those that can be named\n");
    }

    @Test
    void keepsItsJournalToItself() throws IOException, InterruptedException {
        host.mailOwner(TWO);
        host.vmail("repair");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(host.site()
                        .workspace()
                        .resolve("runs")
                        .resolve(host.run("repair"))
                        .resolve("journal.jsonl"))))
                .isEqualTo("rw-------");
    }
}
