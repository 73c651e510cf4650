package vmail.report.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.account.SharedAccount;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.store.DiskObject;
import vmail.store.DiskObject.Kind;
import vmail.store.Fault;
import vmail.store.ItemState;
import vmail.store.ItemState.Missing;
import vmail.store.ItemState.Present;
import vmail.store.ItemState.Unknown;
import vmail.store.ItemState.Wrong;
import vmail.store.SharedAccounts;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;

class StoreAuditorTest {

    private static final MailBase BASE = MailBase.of("/vmail");
    private static final String TIMETRAVEL = "/vmail/shared.maildirs/timetravel.weekly";
    private static final String LINE = "Timetravel_weekly\t" + TIMETRAVEL;

    private final StoreAuditor auditor = new StoreAuditor(BASE);
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, ItemState> disk = new HashMap<>();
    private final SharedAccounts shared = new SharedAccounts();

    @BeforeEach
    void knowTimetravel() throws LDIFException {
        shared.add((SharedAccount) timetravel());
    }

    @Test
    void isCleanWhenBothAgree() throws LDIFException {
        accounts();
        walkHowto();

        assertThat(findings).isEmpty();
        assertThat(auditor.verdict()).isEqualTo(new AuditVerdict(AuditVerdict.Kind.CLEAN, List.of()));
    }

    @Test
    void tellsEachKindOfItemMissing() throws LDIFException, IOException {
        assertMissing("/vmail/albert.onestone/Maildir", StoreRule.MAILDIR_PRESENT);
        assertMissing(TIMETRAVEL, StoreRule.SHARABLE_MAILDIR_PRESENT);
        assertMissing(TIMETRAVEL + "/.incoming", StoreRule.SHARED_FOLDER_PRESENT);
        assertMissing(TIMETRAVEL + "/.past.editions", StoreRule.SHARED_BOX_PRESENT);
        assertMissing("/vmail/shared/timetravel.weekly/incoming", StoreRule.DELIVERY_LINK_PRESENT);
        assertMissing("/vmail/albert.onestone/Maildir/shared-maildirs", StoreRule.SUBSCRIPTION_PRESENT);
    }

    @Test
    void tellsOneCauseOnce() throws LDIFException {
        disk.put(TIMETRAVEL, new Missing());
        disk.put(TIMETRAVEL + "/.incoming", new Missing());
        disk.put(TIMETRAVEL + "/.past.editions", new Missing());
        disk.put("/vmail/albert.onestone/Maildir", new Missing());
        disk.put("/vmail/albert.onestone/Maildir/shared-maildirs", new Missing());

        accounts();

        assertThat(findings).extracting(Finding::rule).containsExactly("maildir-present", "sharable-maildir-present");
    }

    @Test
    void tellsFaultsWithTheAccount() throws LDIFException, IOException {
        Fault fault = new Fault(
                Fault.Kind.INCOMPLETE,
                Path.of("/vmail/albert.onestone/Maildir"),
                "/vmail/albert.onestone/Maildir lacks cur, tmp",
                "Run vmail make-stores");
        disk.put("/vmail/albert.onestone/Maildir", new Wrong(List.of(fault)));
        disk.put("/vmail/albert.onestone/Maildir/shared-maildirs", new Wrong(List.of(fault)));

        accounts();

        assertThat(findings).singleElement().hasToString(example(StoreRule.MAILDIR_COMPLETE));
        assertThat(auditor.verdict().kind()).isEqualTo(AuditVerdict.Kind.FINDINGS);
    }

    @Test
    void doesNotCallTheUnknownMissing() throws LDIFException {
        disk.put(TIMETRAVEL, new Unknown(Path.of(TIMETRAVEL), "Input/output error"));

        accounts();

        assertThat(findings).isEmpty();
        assertThat(auditor.verdict())
                .isEqualTo(
                        new AuditVerdict(AuditVerdict.Kind.INCONCLUSIVE, List.of(TIMETRAVEL + ": Input/output error")));
    }

    @Test
    void tellsEachKindOfOrphan() throws LDIFException, IOException {
        assertOrphan(Kind.MAILDIR, "/vmail/old.friend/Maildir", "", StoreRule.NO_ORPHAN_MAILDIR);
        assertOrphan(
                Kind.LINK,
                "/vmail/shared/timetravel.daily/incoming",
                "/vmail/shared.maildirs/timetravel.daily/.incoming",
                StoreRule.NO_ORPHAN_LINK);
        assertOrphan(
                Kind.SHARABLE_MAILDIR,
                "/vmail/shared.maildirs/timetravel.daily",
                "",
                StoreRule.NO_ORPHAN_SHARED_MAILDIR);
        assertOrphan(Kind.FOLDER, TIMETRAVEL + "/.old", "", StoreRule.NO_ORPHAN_FOLDER);
        assertOrphan(Kind.STRAY, "/vmail/backup.tar", "a file", StoreRule.NO_STRAY_FILE);
        assertOrphan(Kind.COMMA, "/vmail/albert.onestone/Maildir/,", "", StoreRule.NO_COMMA_DIRECTORY);
    }

    @Test
    void tellsAnEmptyDirectory() throws LDIFException {
        accounts();

        walk(Kind.EMPTY, "/vmail/old.friend", "");

        assertThat(findings)
                .singleElement()
                .hasToString("/vmail/old.friend: note: [no-stray-file] empty directory."
                        + " If nobody needs it: rmdir /vmail/old.friend.");
    }

    @Test
    void tellsALineWithoutSeeAlso() throws LDIFException, IOException {
        account(albert("accountStatus: active"));
        account(timetravel());

        walk(Kind.SUBSCRIPTION, "/vmail/albert.onestone/Maildir/shared-maildirs", LINE);

        assertThat(findings).singleElement().hasToString(example(StoreRule.NO_STRAY_SUBSCRIPTION));
    }

    @Test
    void tellsWhatWasOpenedBeforeAndHasNoSeeAlso() throws LDIFException {
        String opened = "/vmail/albert.onestone/Maildir/shared-folders/Timetravel_weekly";
        account(albert("accountStatus: active"));
        account(timetravel());

        walk(Kind.OPENED, opened, TIMETRAVEL);

        assertThat(findings)
                .singleElement()
                .hasToString(opened + ": error: [no-stray-subscription] folders of " + TIMETRAVEL
                        + " were opened before and can still be read, no seeAlso says so. Add the seeAlso, or take the"
                        + " access away, as the mail owner: rm -rf " + opened + ".");
    }

    @Test
    void leavesWhatWasOpenedToItsReaders() throws LDIFException {
        accounts();
        auditor.known(MailStore.of("/vmail/shared/daily/incoming/", BASE).orElseThrow());

        walk(Kind.OPENED, "/vmail/albert.onestone/Maildir/shared-folders/Timetravel_weekly", TIMETRAVEL);
        walk(Kind.OPENED, "/vmail/albert.onestone/Maildir/shared-folders/Daily", "/vmail/shared.maildirs/daily");

        assertThat(findings).isEmpty();
    }

    @Test
    void tellsWhatWasOpenedWhileTheNickLedElsewhere() throws LDIFException {
        String opened = "/vmail/albert.onestone/Maildir/shared-folders/Timetravel_weekly";
        accounts();

        walk(Kind.OPENED, opened, "/vmail/shared.maildirs/old");

        assertThat(findings)
                .singleElement()
                .hasToString(opened + ": warning: [subscription-line] folders were opened here while Timetravel_weekly"
                        + " was /vmail/shared.maildirs/old, so that those of its account are not seen. Run as the mail"
                        + " owner: rm -rf " + opened + ".");
    }

    @Test
    void tellsABadParentOnce() throws LDIFException {
        Path maildir = Path.of("/vmail/albert.onestone/Maildir");
        Fault linked = new Fault(Fault.Kind.LINKED, maildir, "is a link", "Remove it");
        Fault parent = new Fault(Fault.Kind.PARENT, maildir, "is a link", "Look");
        disk.put(maildir.toString(), new Wrong(List.of(linked)));
        disk.put(maildir + "/shared-maildirs", new Wrong(List.of(parent)));
        accounts();
        assertThat(findings).extracting(Finding::rule).containsExactly("maildir-not-linked");
        findings.clear();

        Fault above = new Fault(Fault.Kind.PARENT, maildir.resolveSibling(""), "is closed", "Open it");
        disk.put(maildir.toString(), new Wrong(List.of(above)));
        disk.put(maildir + "/shared-maildirs", new Missing());
        accounts();

        assertThat(findings).extracting(Finding::rule).containsExactly("parent-usable");
    }

    @Test
    void tellsTheEffectOfADeadLink() throws LDIFException {
        Path link = Path.of("/vmail/shared/timetravel.weekly/incoming");
        disk.put(link.toString(), new Wrong(List.of(new Fault(Fault.Kind.NO_TARGET, link, "dead", "Repair it"))));

        accounts();

        assertThat(findings)
                .extracting(Finding::rule, Finding::effect)
                .containsExactly(tuple("delivery-link-target", Effect.DEFERRED));
    }

    @Test
    void leavesAnotherPathUnderItsOwnNickToTheAccount() throws LDIFException {
        accounts();

        walk(
                Kind.SUBSCRIPTION,
                "/vmail/albert.onestone/Maildir/shared-maildirs",
                "Timetravel_weekly\t/vmail/shared.maildirs/other");
        assertThat(findings).isEmpty();
        walk(
                Kind.SUBSCRIPTION,
                "/vmail/albert.onestone/Maildir/shared-maildirs",
                "Timetravel_weekly\t/vmail/seven.of.nine/Maildir");

        assertThat(findings).extracting(Finding::rule).containsExactly("no-stray-subscription");
    }

    @Test
    void tellsALineThatCourierCanNotUse() throws LDIFException {
        accounts();

        walk(Kind.SUBSCRIPTION, "/vmail/albert.onestone/Maildir/shared-maildirs", "J._Team\t/vmail/x");

        assertThat(findings)
                .singleElement()
                .hasToString("/vmail/albert.onestone/Maildir/shared-maildirs: warning: [subscription-line] the line"
                        + " \"J._Team\\x09/vmail/x\" has a nick with a dot or slash, which no mail program can select."
                        + " Correct or delete the line.");
    }

    @Test
    void leavesTheStoreOfAnInactiveAccountAlone() throws LDIFException {
        account(albert("accountStatus: inactive"));

        walk(Kind.MAILDIR, "/vmail/albert.onestone/Maildir", "");
        walk(Kind.SUBSCRIPTION, "/vmail/albert.onestone/Maildir/shared-maildirs", LINE);

        assertThat(findings).isEmpty();
    }

    @Test
    void leavesWhatAnUnusableEntryNamesAlone() throws LDIFException {
        auditor.known(
                MailStore.of("/vmail/shared/timetravel.weekly/incoming/", BASE).orElseThrow());
        auditor.known(MailStore.of("/vmail/albert.onestone/Maildir/", BASE).orElseThrow());

        walkHowto();

        assertThat(findings).isEmpty();
    }

    @Test
    void callsNothingAnOrphanWhenTheDirectoryIsIncomplete() throws LDIFException {
        auditor.directoryIncomplete("size limit exceeded (4) after 500 entries");

        walkHowto();
        walk(Kind.COMMA, "/vmail/albert.onestone/Maildir/,", "");

        assertThat(findings).extracting(Finding::rule).containsExactly("no-comma-directory");
        assertThat(auditor.verdict())
                .isEqualTo(new AuditVerdict(
                        AuditVerdict.Kind.INCONCLUSIVE,
                        List.of("the directory was not read completely, so nothing can be called an orphan:"
                                + " size limit exceeded (4) after 500 entries")));
    }

    @Test
    void saysNothingAboutAccountsWhenTheMailBaseIsMissing() throws LDIFException, IOException {
        auditor.base(new Missing(), findings::add);
        disk.put("/vmail/albert.onestone/Maildir", new Missing());

        accounts();

        assertThat(findings).singleElement().hasToString(example(StoreRule.MAIL_BASE_USABLE));
        assertThat(auditor.verdict())
                .isEqualTo(new AuditVerdict(AuditVerdict.Kind.INCONCLUSIVE, List.of("mail base /vmail is missing")));
    }

    @Test
    void isInconclusiveWhenTheWalkIs() throws LDIFException {
        accounts();

        for (int i = 1; i <= 25; i++) {
            walk(Kind.UNKNOWN, "/vmail/closed" + i, "Permission denied");
        }

        assertThat(auditor.verdict().reasons())
                .hasSize(21)
                .startsWith("/vmail/closed1: Permission denied")
                .endsWith("5 more");
    }

    @Test
    void takesPartsOfHalfAMaildirForNoOrphans() throws LDIFException {
        accounts();

        walk(Kind.EMPTY, "/vmail/albert.onestone", "");
        walk(Kind.EMPTY, "/vmail/albert.onestone/Maildir/tmp", "");
        walk(Kind.STRAY, "/vmail/albert.onestone/Maildir", "a file");
        walk(Kind.MAILDIR, "/vmail/shared/timetravel.weekly/incoming", "");

        assertThat(findings).isEmpty();
    }

    private void assertMissing(String path, StoreRule rule) throws LDIFException, IOException {
        disk.put(path, new Missing());
        accounts();
        assertThat(findings).singleElement().hasToString(example(rule));
        findings.clear();
        disk.clear();
    }

    private void assertOrphan(Kind kind, String path, String detail, StoreRule rule) throws LDIFException, IOException {
        accounts();
        walk(kind, path, detail);
        assertThat(findings).singleElement().hasToString(example(rule));
        findings.clear();
    }

    private void accounts() throws LDIFException {
        account(albert("accountStatus: active", "seeAlso: CN=Timetravel  weekly, ou=tokelau,o=company"));
        account(timetravel());
    }

    private void account(Account account) {
        List<StoreItem> layout = new StoreLayout(BASE, shared).of(account);
        auditor.account(
                account, layout, item -> disk.getOrDefault(item.path().toString(), new Present()), findings::add);
    }

    private void walkHowto() {
        walk(Kind.MAILDIR, "/vmail/albert.onestone/Maildir", "");
        walk(Kind.SUBSCRIPTION, "/vmail/albert.onestone/Maildir/shared-maildirs", LINE);
        walk(Kind.SHARABLE_MAILDIR, TIMETRAVEL, "");
        walk(Kind.FOLDER, TIMETRAVEL + "/.incoming", "");
        walk(Kind.FOLDER, TIMETRAVEL + "/.past.editions", "");
        walk(Kind.LINK, "/vmail/shared/timetravel.weekly/incoming", TIMETRAVEL + "/.incoming");
    }

    private void walk(Kind kind, String path, String detail) {
        auditor.disk(new DiskObject(kind, Path.of(path), detail), findings::add);
    }

    private static Account albert(String... more) throws LDIFException {
        List<String> lines = new ArrayList<>(List.of(
                "dn: cn=Albert Onestone,ou=Tokelau,o=company",
                "uid: onestonea",
                "mailMessageStore: /vmail/albert.onestone/Maildir/"));
        lines.addAll(List.of(more));
        return account(lines.toArray(String[]::new));
    }

    private static Account timetravel() throws LDIFException {
        return account(
                "dn: cn=Timetravel weekly,ou=Tokelau,o=company",
                "uid: incoming",
                "accountStatus: shared",
                "mailMessageStore: /vmail/shared/timetravel.weekly/incoming/",
                "postOfficeBox: past.editions");
    }

    private static Account account(String... lines) throws LDIFException {
        return Account.of(new Candidate(new ReadOnlyEntry(lines), new LiveEntry()), BASE)
                .orElseThrow();
    }

    private static String example(StoreRule rule) throws IOException {
        try (InputStream page = Objects.requireNonNull(StoreRule.class.getResourceAsStream(rule.id() + ".txt"))) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("\nExample\n") + 9).strip();
        }
    }
}
