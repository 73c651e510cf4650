package vmail.check;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.reader.directory.IncompleteRead;
import vmail.report.mail.Limits;
import vmail.settings.DeepSettings;

/** {@link DeepAudit} on the howto's maildirs: mail that nobody opens, lists of UIDs, quotas. */
class DeepAuditOfUseTest {

    private static final String MESSAGE = "1700000001.V1I1M1.vm";
    private static final String ENTRY = "cn=Albert Onestone, ou=Tokelau, o=company";
    private static final String ALBERT = ENTRY + ": ";
    private static final String TIMETRAVEL = "cn=Timetravel weekly, ou=Tokelau, o=company: ";
    private static final Instant LONG_AGO = Instant.parse("2024-03-01T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private AuditedSystem system;

    @SuppressWarnings("NullAway.Init") // before each test
    private Post albert;

    @SuppressWarnings("NullAway.Init") // before each test
    private Post timetravel;

    @BeforeEach
    void start() throws IOException, LDAPException, LDIFException, IncompleteRead {
        system = AuditedSystem.in(folder);
        albert = new Post(system.albert());
        timetravel = new Post(system.base.resolve("shared.maildirs/timetravel.weekly"));
    }

    private List<String> said() {
        return DeepAuditTest.said(system, Instant.now());
    }

    @Test
    void tellsOfNewMailThatNobodyOpens() throws IOException {
        albert.file("courierimapuiddb", "1 795897293 1\n", 0644);
        albert.message("new/1600000001.V1I1M1.vm", LONG_AGO);
        albert.message("new/1600000002.V1I1M1.vm");

        assertThat(said())
                .containsExactly(
                        "directory: note: [new-mail-opened] " + ALBERT
                                + "2 messages wait in /vmail/albert.onestone/Maildir/new, the oldest since 2024-03-01: nobody has"
                                + " opened the INBOX. Ask the owner whether the account is still needed, or read in another place.");
    }

    @Test
    void tellsOfAnAccountThatNobodyHasEverOpened() throws IOException {
        albert.message("new/1600000001.V1I1M1.vm", LONG_AGO);

        assertThat(said())
                .containsExactly("directory: note: [mailbox-opened] " + ALBERT
                        + "1 message waits in /vmail/albert.onestone/Maildir/new since 2024-03-01: nobody has ever opened"
                        + " the account. Ask whether its owner knows of it, and make it inactive if nobody needs it.");
    }

    @Test
    void saysNothingOfMailThatWaitsForLessOrWasOpened() throws IOException {
        albert.message("new/" + MESSAGE, Instant.now().minus(89, DAYS));
        albert.message("cur/1600000002.V1I1M1.vm:2,", LONG_AGO);

        assertThat(said()).isEmpty();
    }

    @Test
    void tellsOfAnAccountThatNobodyUses() throws IOException {
        Instant later = Instant.now().plus(366, DAYS);
        new Post(system.base.resolve("seven.of.nine/Maildir")).untouchedSince(later);
        albert.untouchedSince(LONG_AGO);

        assertThat(DeepAuditTest.said(system, later))
                .containsExactly("directory: note: [account-in-use] " + ALBERT
                        + "nobody has used /vmail/albert.onestone/Maildir and nothing was delivered since 2024-03-01. Ask"
                        + " whether the account is still needed, and make it inactive if not.");
    }

    @Test
    void leavesNewAccountsTheirTime() throws IOException {
        albert.untouchedSince(LONG_AGO);

        assertThat(said()).isEmpty();
    }

    @Test
    void tellsWhenNobodyOpensASharedFolder() throws IOException {
        timetravel.message(".incoming/new/1600000001.V1I1M1.vm", LONG_AGO);

        assertThat(said())
                .containsExactly("directory: warning: [shared-mail-opened] " + TIMETRAVEL
                        + "1 message waits in /vmail/shared.maildirs/timetravel.weekly/.incoming/new since 2024-03-01: no"
                        + " subscriber has opened the folder. Ask the subscribers whether they see the folder: vmail explain"
                        + " /vmail/shared.maildirs/timetravel.weekly/.incoming.");
    }

    @Test
    void tellsOfMailAndQuotaInASharableMaildir() throws IOException {
        timetravel.message("new/" + MESSAGE);
        timetravel.message("cur/1700000002.V1I1M1.vm:2,");
        timetravel.file("maildirsize", "5000000S\n", 0644);

        assertThat(said())
                .containsExactly(
                        "directory: warning: [no-mail-in-sharable-maildir] " + TIMETRAVEL
                                + "2 messages in cur and new of /vmail/shared.maildirs/timetravel.weekly, which no mail"
                                + " program shows. Run as the mail owner: find /vmail/shared.maildirs/timetravel.weekly/new"
                                + " /vmail/shared.maildirs/timetravel.weekly/cur -maxdepth 1 -type f -exec mv -n -t"
                                + " /vmail/shared.maildirs/timetravel.weekly/.incoming/new {} +.",
                        "directory: note: [no-quota-in-sharable-maildir] " + TIMETRAVEL
                                + "/vmail/shared.maildirs/timetravel.weekly/maildirsize gives a sharable maildir a quota,"
                                + " which Courier does not support. Run as the mail owner: mv -n"
                                + " /vmail/shared.maildirs/timetravel.weekly/maildirsize"
                                + " /vmail/shared.maildirs/timetravel.weekly/maildirsize.aside.");
    }

    @Test
    void tellsOfAnInactiveAccountThatStillGetsMail() throws IOException, LDAPException {
        system.directory.modify(ENTRY, new Modification(ModificationType.REPLACE, "accountStatus", "inactive"));
        Instant later = Instant.now().plus(3, DAYS);
        String name = later.getEpochSecond() + ".V1I1M1.vm";
        albert.message("new/" + MESSAGE);

        List<String> before = DeepAuditTest.said(system, later);
        albert.message("new/" + name, later);
        List<String> after = DeepAuditTest.said(system, later);

        assertThat(before).isEmpty();
        assertThat(after).singleElement().satisfies(finding -> {
            assertThat(finding)
                    .startsWith(
                            "directory: warning: [inactive-gets-no-mail] " + ALBERT + "the account is inactive since ");
            assertThat(finding)
                    .contains(" or longer, and /vmail/albert.onestone/Maildir got mail on "
                            + later.toString().substring(0, 10) + ". Look whether Postfix asks for accountStatus");
        });
    }

    @Test
    void tellsOfALargeFolder() throws IOException {
        for (int i : IntStream.rangeClosed(1, 4).toArray()) {
            albert.message("cur/170000000" + i + ".V1I1M1.vm:2,");
        }
        DeepSettings small =
                new DeepSettings(0, new Limits(Limits.USUAL.stale(), Limits.USUAL.unread(), Limits.USUAL.dormant(), 3));

        assertThat(system.audit(DeepAuditTest.deep(Instant.now()).withDeep(Optional.of(small)))
                        .findings())
                .singleElement()
                .asString()
                .startsWith("directory: note: [folder-size] " + ALBERT + albert.maildir() + " has 4 messages. Ask who");
    }

    @Test
    void tellsWhenAListOfUidsIsGone() throws IOException {
        albert.directory("courierimapkeywords");
        albert.message("cur/" + MESSAGE + ":2,S");
        List<String> withoutKeywords = said();
        albert.file("courierimapkeywords/" + MESSAGE, "Label1\n", 0644);

        assertThat(withoutKeywords).isEmpty();
        assertThat(said())
                .containsExactly("directory: warning: [uid-list-present] " + ALBERT
                        + "1 folder of /vmail/albert.onestone/Maildir with keywords of messages and without"
                        + " courierimapuiddb: INBOX. Bring courierimapuiddb back from a backup before the folder is opened:"
                        + " with a new one mail programs load all messages again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage\n", "2 795897293 2\n", "1 795897293 2\n1\n", "1 795897293 2\nx y\n"})
    void tellsOfAListOfUidsThatCourierCanNotRead(String content) throws IOException {
        albert.folder(".Sent").file("courierimapuiddb", content, 0644);

        assertThat(said())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding)
                                .startsWith(
                                        "directory: note: [uid-list-well-formed] " + ALBERT
                                                + "1 folder of /vmail/albert.onestone/Maildir with a courierimapuiddb that Courier can not read: .Sent."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 795897293 9\n1 a\n1 b\n", "1 795897293 9\n5 a\n3 b\n5 c\n", "1 795897293 2\n2 a\n"})
    void tellsOfUidsThatAreTaken(String content) throws IOException {
        albert.file("courierimapuiddb", content, 0644);

        assertThat(said())
                .containsExactly("directory: warning: [uid-unique] " + ALBERT
                        + "1 folder of /vmail/albert.onestone/Maildir with a courierimapuiddb that gives one UID to two"
                        + " messages: INBOX. Run as the mail owner: mv -n /vmail/albert.onestone/Maildir/courierimapuiddb"
                        + " /vmail/albert.onestone/Maildir/courierimapuiddb.aside; mail programs load all messages again"
                        + " then.");
    }

    @Test
    void takesUidsOutOfOrderForNormal() throws IOException {
        albert.file("courierimapuiddb", "1 795897293 9\n5 a\n3 b\n8 c\n", 0644);

        assertThat(said()).isEmpty();
    }

    @Test
    void tellsOfAQuotaThatCanNotBeRead() throws IOException {
        albert.file("maildirsize", "lots\n", 0644);

        assertThat(said())
                .containsExactly("directory: note: [quota-file-well-formed] " + ALBERT
                        + "/vmail/albert.onestone/Maildir/maildirsize has no limit in its first line. Run as the mail owner:"
                        + " mv -n /vmail/albert.onestone/Maildir/maildirsize"
                        + " /vmail/albert.onestone/Maildir/maildirsize.aside.");
    }

    @Test
    void tellsOfASumThatIsFarOff() throws IOException {
        albert.message("cur/" + MESSAGE + ":2,");
        albert.file("maildirsize", "500000000S\n20000000 10\n", 0644);

        assertThat(said())
                .containsExactly("directory: note: [quota-file-true] " + ALBERT
                        + "/vmail/albert.onestone/Maildir/maildirsize says 20,000,000 bytes, there are 26. Count anew, as the"
                        + " mail owner: maildirmake -q 500000000S /vmail/albert.onestone/Maildir.");
    }

    @Test
    void tellsOfAQuotaThatIsExceeded() throws IOException {
        albert.message("cur/" + MESSAGE + ":2,");
        albert.message("cur/1700000002.V1I1M1.vm:2,T");
        albert.file("maildirsize", "20S\n52 2\n", 0644);

        assertThat(said())
                .containsExactly("directory: note: [quota-kept] " + ALBERT
                        + "/vmail/albert.onestone/Maildir has 26 bytes in 1 messages, its quota is 20S. Ask the owner to"
                        + " delete mail, or give more in /vmail/albert.onestone/Maildir/maildirsize; Courier takes no copies"
                        + " any more, Postfix delivers all the same.");
    }

    @Test
    void tellsOfALimitThatTheEntryHasOtherwise() throws IOException, LDAPException {
        system.directory.modify(ENTRY, new Modification(ModificationType.ADD, "mailQuotaSize", "1000000"));
        albert.file("maildirsize", "500000S,100C\n", 0644);

        assertThat(said())
                .contains("directory: note: [quota-file-true] " + ALBERT
                        + "/vmail/albert.onestone/Maildir/maildirsize has the limit 500000S,100C, the entry has mailQuotaSize"
                        + " 1000000. Count anew, as the mail owner: maildirmake -q 1000000S,100C"
                        + " /vmail/albert.onestone/Maildir.");
    }
}
