package vmail.check;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vmail.check.AuditedSystem.Said;
import vmail.lab.MailOwner;
import vmail.reader.directory.IncompleteRead;
import vmail.report.audit.AuditVerdict;
import vmail.report.mail.Limits;
import vmail.settings.AuditOptions;
import vmail.settings.DeepSettings;

/** {@link DeepAudit} on the howto's maildirs: odd files, and races. */
class DeepAuditTest {

    private static final DeepSettings FAST = new DeepSettings(0, Limits.USUAL);
    private static final String MESSAGE = "1700000001.V1I1M1.vm";
    private static final String ALBERT = "cn=Albert Onestone, ou=Tokelau, o=company: ";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private AuditedSystem system;

    @SuppressWarnings("NullAway.Init") // before each test
    private Post albert;

    @BeforeEach
    void start() throws IOException, LDAPException, LDIFException, IncompleteRead {
        system = AuditedSystem.in(folder);
        albert = new Post(system.albert());
    }

    static AuditOptions deep(Instant now) {
        return new AuditOptions(
                        AuditedSystem.AT_ONCE.scope(),
                        AuditedSystem.AT_ONCE.lookTwice(),
                        AuditedSystem.AT_ONCE.recent(),
                        Optional.empty(),
                        Clock.fixed(now, ZoneOffset.UTC))
                .withDeep(Optional.of(FAST));
    }

    private List<String> said() {
        return said(system, Instant.now());
    }

    static List<String> said(AuditedSystem system, Instant now) {
        return system.audit(deep(now)).findings().stream()
                .map(finding -> finding.toString().replace(system.base.toString(), "/vmail"))
                .toList();
    }

    @Test
    void takesForNormalWhatMailProgramsLeave() throws IOException {
        Post sent = albert.folder(".Sent");
        albert.message("new/1795365967.Vfe00I434012M733525.vm");
        albert.message("new/1795365968.Vfe00I434012M733525.ho\\072st:2,");
        albert.file("cur/" + MESSAGE + ",S=26,W=27:2,RSab", Post.TEXT, 0644);
        albert.file("cur/1700000002.V1I1M1.vm:2,", Post.TEXT, 0600);
        sent.file("cur/1795897295.M64142P15225V000000000000FE00I000000000021233F_0.vm,S=26:2,", Post.TEXT, 0644);
        albert.message("tmp/1795365969.P1.vm");
        albert.file("courierimapuiddb", "1 795897293 2\n1 " + MESSAGE + ",S=26,W=27\n", 0644);
        Files.createDirectory(albert.directory("courierimapkeywords").resolve("x"));
        albert.file("courierimapsubscribed", "INBOX.Sent\n", 0644);
        albert.file("maildirsize", "5000000S,10C\n          26            1\n          26            1\n", 0644);
        Path opened = albert.directory("shared-folders/Timetravel_weekly/incoming/cur");
        Files.createSymbolicLink(
                opened.resolve(MESSAGE + ":2,"),
                system.base.resolve("shared.maildirs/timetravel.weekly/.incoming/cur/" + MESSAGE + ":2,"));

        Said said = system.audit(deep(Instant.now()));

        assertThat(said.findings()).isEmpty();
        assertThat(said.verdict().kind()).isEqualTo(AuditVerdict.Kind.CLEAN);
    }

    @Test
    void looksAtNoMessageUnlessAsked() throws IOException {
        albert.file("cur/" + MESSAGE + ":2,", "", 0777);

        assertThat(system.audit().findings()).isEmpty();
    }

    @Test
    void makesOneFindingOfAllMessagesThatCanNotBeRead() throws IOException {
        Post sent = albert.folder(".Sent");
        for (int i = 1; i <= 5; i++) {
            albert.file("cur/170000000" + i + ".V1I1M1.vm:2,", Post.TEXT, 0200);
        }
        sent.file("new/1700000009.V1I1M1.vm", Post.TEXT, 0000);
        Object owner = Files.getAttribute(system.base, "unix:uid") + ":" + Files.getAttribute(system.base, "unix:gid");

        Said said = system.audit(deep(Instant.now()));

        assertThat(said.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.toString().replace(system.base.toString(), "/vmail"))
                    .startsWith("directory: error: [message-readable] " + ALBERT
                            + "6 messages in /vmail/albert.onestone/Maildir can not be read by the mail owner " + owner
                            + ": .Sent/new/1700000009.V1I1M1.vm, cur/1700000001.V1I1M1.vm:2,,"
                            + " cur/1700000002.V1I1M1.vm:2, and 3 more. Run as root: find /vmail/albert.onestone/Maildir"
                            + " -type f ");
            assertThat(finding.messages()).isEqualTo(6);
            assertThat(finding.place()).contains(albert.maildir());
            assertThat(finding.stamps().created()).isPresent();
        });
    }

    @Test
    void tellsOfModesThatNoMailProgramGives() throws IOException {
        albert.file("cur/" + MESSAGE + ":2,", Post.TEXT, 0666);
        albert.file("cur/1700000002.V1I1M1.vm:2,", Post.TEXT, 04700);

        assertThat(said())
                .containsExactly("directory: note: [message-mode] " + ALBERT
                        + "2 messages in /vmail/albert.onestone/Maildir have modes that no mail program gives:"
                        + " cur/1700000001.V1I1M1.vm:2,, cur/1700000002.V1I1M1.vm:2,. Run as the mail owner: find"
                        + " /vmail/albert.onestone/Maildir -type f \\( -path '*/cur/*' -o -path '*/new/*' \\) -perm /07133"
                        + " -exec chmod 0600 {} +.");
    }

    @Test
    void warnsWhereOthersCanGetToAMessageAndChangeIt() throws IOException {
        Post incoming = new Post(system.base.resolve("shared.maildirs/timetravel.weekly/.incoming"));
        incoming.file("cur/" + MESSAGE + ":2,", Post.TEXT, 0646);
        incoming.file("cur/1700000002.V1I1M1.vm:2,", Post.TEXT, 0644);

        assertThat(system.audit(deep(Instant.now())).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.effect()).hasToString("LEAKED"))
                .asString()
                .startsWith(
                        "directory: warning: [message-mode] cn=Timetravel weekly, ou=Tokelau, o=company: 1 message in ")
                .contains("timetravel.weekly can be changed by others than the mail owner: .incoming/cur/" + MESSAGE);
    }

    @Test
    void tellsOfLinksDirectoriesAndSpecialFilesAmongMessages() throws IOException, InterruptedException {
        Files.createSymbolicLink(albert.maildir().resolve("cur/" + MESSAGE + ":2,"), Path.of("/etc/passwd"));
        albert.directory("cur/backup");
        albert.fifo("new/1700000002.V1I1M1.vm");

        assertThat(said())
                .containsExactly(
                        "directory: warning: [no-special-file] " + ALBERT
                                + "1 FIFO, socket or device in /vmail/albert.onestone/Maildir: new/1700000002.V1I1M1.vm."
                                + " Look what has made it, then delete it: find /vmail/albert.onestone/Maildir ! -type f"
                                + " ! -type d ! -type l -ls.",
                        "directory: warning: [only-messages] " + ALBERT
                                + "1 directory among the messages of /vmail/albert.onestone/Maildir: cur/backup. Look for"
                                + " mail in it, move that to new and the rest away: find"
                                + " /vmail/albert.onestone/Maildir/cur/backup -type f.",
                        "directory: error: [message-not-linked] " + ALBERT
                                + "1 symbolic link among the messages of /vmail/albert.onestone/Maildir:"
                                + " cur/1700000001.V1I1M1.vm:2,. Look what it shows, then delete it: find"
                                + " /vmail/albert.onestone/Maildir -type l \\( -path '*/cur/*' -o -path '*/new/*' \\) ! -path"
                                + " '*/shared-folders/*' -ls.");
    }

    @Test
    void tellsOfNamesAndContentThatAreOdd() throws IOException {
        albert.file("cur/1700000001.V1I1M1.vm:2,S", "", 0600);
        albert.message("cur/1700000002.V1I1M1.vm");
        albert.message("cur/1700000003.V1I1M1.vm!2,S");
        albert.message("cur/1700000004.V1I1M1.vm:2,S:2,S");

        assertThat(said())
                .containsExactly(
                        "directory: warning: [message-not-empty] " + ALBERT
                                + "1 message in /vmail/albert.onestone/Maildir without any content:"
                                + " cur/1700000001.V1I1M1.vm:2,S. Take them from a backup of the day they came, or delete"
                                + " them: find /vmail/albert.onestone/Maildir -type f \\( -path '*/cur/*' -o -path '*/new/*'"
                                + " \\) -empty -ls.",
                        "directory: note: [message-marked] " + ALBERT
                                + "1 message in /vmail/albert.onestone/Maildir without :2, at the end of the name:"
                                + " cur/1700000002.V1I1M1.vm. Run as the mail owner: find /vmail/albert.onestone/Maildir"
                                + " -type f -path '*/cur/*' ! -name '*:*' -exec sh -c 'mv -n \"$1\" \"$1:2,\"' _ {} \\;.",
                        "directory: note: [message-flags] " + ALBERT
                                + "2 messages in /vmail/albert.onestone/Maildir with other flags than :2, and letters:"
                                + " cur/1700000003.V1I1M1.vm!2,S, cur/1700000004.V1I1M1.vm:2,S:2,S. Rename each so that it"
                                + " ends with :2, and its flags: ls -d"
                                + " '/vmail/albert.onestone/Maildir/cur/1700000003.V1I1M1.vm!2,S'.");
    }

    @Test
    void tellsOfTwoMessagesWithOneName() throws IOException {
        albert.message("new/" + MESSAGE);
        albert.message("cur/" + MESSAGE + ":2,S");
        albert.message("cur/1700000002.V1I1M1.vm:2,");
        albert.message("cur/1700000002.V1I1M1.vm:2,F");
        albert.folder(".Sent").message("cur/" + MESSAGE + ":2,S");

        assertThat(said()).singleElement().satisfies(finding -> {
            assertThat(finding)
                    .startsWith("directory: warning: [message-once] " + ALBERT
                            + "2 messages in /vmail/albert.onestone/Maildir with the name that another message of the folder"
                            + " has, but for the flags: cur/1700000001.V1I1M1.vm:2,S, cur/1700000002.V1I1M1.vm:2,");
            assertThat(finding).endsWith(": ls -l /vmail/albert.onestone/Maildir/*/1700000001.V1I1M1.vm*.");
        });
    }

    @Test
    void tellsOfWhatIsLeftInTmp() throws IOException {
        Instant now = Instant.now();
        albert.message("tmp/1700000001.P1.vm", now.minus(37, HOURS));
        albert.message("tmp/1700000002.P1.vm", now.minus(35, HOURS));

        assertThat(said())
                .containsExactly("directory: note: [no-stale-tmp] " + ALBERT
                        + "1 file in tmp of /vmail/albert.onestone/Maildir that nobody writes any more: tmp/1700000001.P1.vm."
                        + " Look at them, then delete them: find /vmail/albert.onestone/Maildir -path '*/tmp/*' -mmin +2160"
                        + " -ls.");
    }

    @Test
    void tellsOfMessagesWithANameInAnotherAccount() throws IOException {
        Post sent = albert.folder(".Sent");
        Path seven = system.base.resolve("seven.of.nine/Maildir/cur");
        Files.createLink(seven.resolve(MESSAGE + ":2,"), albert.message("cur/" + MESSAGE + ":2,"));
        Files.createLink(
                sent.maildir().resolve("cur/1700000002.V1I1M1.vm:2,"), albert.message("cur/1700000002.V1I1M1.vm:2,"));

        assertThat(said())
                .hasSize(2)
                .contains("directory: note: [no-outside-link] " + ALBERT
                        + "1 message in /vmail/albert.onestone/Maildir with a further name outside of it:"
                        + " cur/1700000001.V1I1M1.vm:2,. Look where the other name is: find"
                        + " /vmail/albert.onestone/Maildir/../.. -xdev -samefile"
                        + " /vmail/albert.onestone/Maildir/cur/1700000001.V1I1M1.vm:2,.");
    }

    @Test
    void saysNothingOfWhatIsRightAtTheSecondLook() throws IOException {
        albert.message("cur/" + MESSAGE);
        Path seven = new Post(system.base.resolve("seven.of.nine/Maildir")).file("cur/" + MESSAGE + ":2,", "", 0600);
        system.when("looking at mail once more", () -> {
            Files.move(
                    albert.maildir().resolve("cur/" + MESSAGE), albert.maildir().resolve("cur/" + MESSAGE + ":2,S"));
            Files.delete(seven);
        });

        assertThat(said()).isEmpty();
    }

    @Test
    @Timeout(60)
    void waitsForNoFifoWhereverItIs() throws IOException, InterruptedException {
        for (String name : List.of(
                "cur/a:2,",
                "new/a",
                "tmp/a",
                ".fifo",
                "courierimapuiddb",
                "maildirsize",
                "courierimapkeywords",
                "dovecot")) {
            albert.fifo(name);
        }
        Post sent = albert.folder(".Sent");
        Files.delete(sent.maildir().resolve("tmp"));
        sent.fifo("tmp");

        assertThat(said())
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("directory: error: [maildir-kind] " + ALBERT
                                + "/vmail/albert.onestone/Maildir/.Sent/tmp is a FIFO, expected a directory."))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith(
                                "directory: warning: [no-special-file] " + ALBERT + "8 FIFOs, sockets or devices in"));
    }

    @Test
    void doesNotCallMailOddThatItCouldNotSee() throws IOException {
        assumeFalse(MailOwner.isRoot(), "root sees everything");
        Post sent = albert.folder(".Sent");
        Files.setAttribute(sent.maildir().resolve("cur"), "unix:mode", 0000);

        Said said = system.audit(deep(Instant.now().plus(1000, DAYS)));

        assertThat(said.verdict().kind()).isEqualTo(AuditVerdict.Kind.INCONCLUSIVE);
        assertThat(said.verdict().reasons()).contains(sent.maildir() + ": Permission denied");
    }
}
