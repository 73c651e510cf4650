package vmail.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.unboundidds.controls.IgnoreNoUserModificationRequestControl;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.StaticUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.check.AuditedSystem.Said;
import vmail.reader.directory.IncompleteRead;
import vmail.report.audit.AuditVerdict;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.Severity;
import vmail.settings.AuditOptions;
import vmail.settings.AuditScope;

/** {@link DirectoryAudit} as a whole; what each rule says is tested where it is. */
class DirectoryAuditTest {

    private static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private AuditedSystem system;

    @BeforeEach
    void start() throws IOException, LDAPException, LDIFException, IncompleteRead {
        system = AuditedSystem.in(folder);
    }

    @Test
    void isCleanWhenBothAgree() {
        Said said = system.audit();

        assertThat(said.findings()).isEmpty();
        assertThat(said.verdict().kind()).isEqualTo(AuditVerdict.Kind.CLEAN);
        assertThat(system.facts).containsEntry("accounts", 3L).containsEntry("maildirs", 3L);
    }

    @Test
    void tellsWhatStaysWrong() throws IOException {
        Files.delete(system.albert().resolve("new"));

        Said said = system.audit(twice());

        assertThat(said.rules()).containsExactly("maildir-complete");
        assertThat(said.findings().get(0).stamps().modified()).isPresent();
    }

    @Test
    void tellsNothingThatIsRightAtTheSecondLook() throws IOException {
        Files.delete(system.albert().resolve("new"));
        Path orphan = Files.createDirectories(system.base.resolve("nobody/Maildir/cur"));
        system.when("looking twice", () -> {
            Files.createDirectory(system.albert().resolve("new"));
            Files.setAttribute(system.albert().resolve("new"), "unix:mode", 0700);
            Files.delete(orphan);
            Files.delete(orphan.resolveSibling(""));
            Files.delete(orphan.resolveSibling("").resolveSibling(""));
        });

        Said said = system.audit(twice());

        assertThat(said.findings()).isEmpty();
        assertThat(said.verdict().kind()).isEqualTo(AuditVerdict.Kind.CLEAN);
    }

    @Test
    void callsNothingAnOrphanThatGotItsAccountMeanwhile() throws IOException {
        maildir("james.t/Maildir");
        system.when(
                "looking twice",
                () -> system.directory.add(
                        "dn: cn=James,ou=Tokelau,o=company",
                        "objectClass: inetOrgPerson",
                        "objectClass: qmailUser",
                        "cn: James",
                        "sn: T",
                        "uid: james",
                        "mail: james@mydomain.nl",
                        "accountStatus: active",
                        "mailMessageStore: " + system.base + "/james.t/Maildir/"));

        assertThat(system.audit(twice()).findings()).isEmpty();
    }

    @Test
    void doesNotJudgeAnEntryThatIsBeingChanged() throws InterruptedException {
        Thread.sleep(1100); // the server's stamps have seconds
        system.when(
                "judging accounts",
                () -> system.directory.modify(
                        ALBERT, new Modification(ModificationType.REPLACE, "accountStatus", "actve")));

        assertThat(system.audit().findings()).isEmpty();
        assertThat(system.facts).containsEntry("changed-meanwhile", 1L);
        assertThat(system.audit().rules()).containsExactly("account-status");
    }

    @Test
    void judgesWhatItIsAskedToOnly() throws IOException {
        Files.delete(system.albert().resolve("new"));
        Files.delete(system.base.resolve("seven.of.nine/Maildir/tmp"));
        maildir("nobody/Maildir");

        assertThat(dns(scope(Optional.of("ANOTHERDOMAIN.nu"), Optional.empty(), Optional.empty())))
                .hasSize(2);
        assertThat(dns(scope(Optional.of("mydomain.nl"), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(dns(scope(Optional.empty(), Optional.of("onestonea"), Optional.empty())))
                .containsExactly(ALBERT.replace(",", ", "));
        assertThat(dns(scope(
                        Optional.empty(), Optional.of("CN=albert onestone, ou=tokelau,o=company"), Optional.empty())))
                .hasSize(1);
        assertThat(system.audit(scope(Optional.empty(), Optional.empty(), Optional.of(system.base.resolve("nobody"))))
                        .rules())
                .containsExactly("no-orphan-maildir");
        assertThat(system.audit().rules())
                .containsExactlyInAnyOrder("maildir-complete", "maildir-complete", "no-orphan-maildir");
    }

    private java.util.List<String> dns(AuditOptions options) {
        return system.audit(options).findings().stream().map(Finding::dn).toList();
    }

    @Test
    void takesARenamedStoreForOneThing() throws IOException, LDAPException {
        maildir("a.onestone/Maildir");
        Files.createFile(system.base.resolve("a.onestone/Maildir/new/1.vm"));
        deleteAlbert();

        Finding finding = only(system.audit());

        assertThat(finding.rule()).isEqualTo("store-not-renamed");
        assertThat(finding.dn()).isEqualTo("cn=Albert Onestone, ou=Tokelau, o=company");
        assertThat(finding.place()).contains(system.base.resolve("a.onestone/Maildir"));
        assertThat(finding.about()).isEqualTo(system.albert().toString());
        assertThat(finding.messages()).isEqualTo(1);
        assertThat(finding.message()).endsWith("its name is like mailAlternateAddress a.onestone@anotherdomain.nu");
    }

    @Test
    void takesNobodysStoreForRenamedWhenTwoWouldFit() throws IOException {
        maildir("a.onestone/Maildir");
        maildir("albert_onestone/Maildir");
        maildir("nobody/Maildir");
        deleteAlbert();

        assertThat(system.audit().rules())
                .containsExactlyInAnyOrder(
                        "maildir-present", "no-orphan-maildir", "no-orphan-maildir", "no-orphan-maildir");
    }

    @Test
    void warnsOfANewAccountWithOldMail() throws IOException, LDAPException, LDIFException {
        system.directory.delete("cn=Seven of Nine,ou=Tokelau,o=company");
        Files.createFile(system.base.resolve("seven.of.nine/Maildir/new/1.vm"));
        AddRequest annika = new AddRequest(
                "dn: cn=Annika,ou=Tokelau,o=company",
                "objectClass: inetOrgPerson",
                "objectClass: qmailUser",
                "cn: Annika",
                "sn: Hansen",
                "ou: Tokelau",
                "uid: annika",
                "mail: seven.of.nine@anotherdomain.nu",
                "userPassword: {SSHA}MqbihK7wKd4f1HyybyaiUSh9H8FzYWx0",
                "accountStatus: active",
                "seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company",
                "mailMessageStore: " + system.base + "/seven.of.nine/Maildir/",
                "createTimestamp: "
                        + StaticUtils.encodeGeneralizedTime(
                                Date.from(Instant.now().plus(Duration.ofDays(2)))));
        annika.addControl(new IgnoreNoUserModificationRequestControl());
        system.directory.add(annika);

        Finding finding = only(system.audit(at(Duration.ofDays(3))));

        assertThat(finding.rule()).isEqualTo("store-not-reused");
        assertThat(finding.effect()).isEqualTo(Effect.LEAKED);
        assertThat(finding.messages()).isEqualTo(1);
        assertThat(system.audit(at(Duration.ofDays(30))).findings()).isEmpty();
    }

    @Test
    void judgesAnOrphanByItsMail() throws IOException {
        maildir("nobody/Maildir");
        assertThat(only(system.audit()).severity()).isEqualTo(Severity.NOTE);
        Files.createFile(system.base.resolve("nobody/Maildir/cur/1.vm:2,"));

        Finding recent = only(system.audit());
        Finding old = only(system.audit(at(Duration.ofDays(15))));

        assertThat(recent.severity()).isEqualTo(Severity.ERROR);
        assertThat(recent.effect()).isEqualTo(Effect.BOUNCED);
        assertThat(recent.messages()).isEqualTo(1);
        assertThat(old.severity()).isEqualTo(Severity.WARNING);
        assertThat(old.effect()).isEqualTo(Effect.UNSEEN);
        assertThat(old.message()).isEqualTo("maildir without an account, with 1 message");
    }

    @Test
    void tellsWhoReadsUnderAnOldNickOnce() throws IOException {
        Path file = system.albert().resolve("shared-maildirs");
        Files.writeString(file, Files.readString(file).replace("Timetravel_weekly\t", "Timetravel_daily\t"));

        assertThat(system.audit().rules()).containsExactly("subscription-nick");
    }

    @Test
    void tellsALineThatStandsTwice() throws IOException {
        Path file = system.albert().resolve("shared-maildirs");
        Files.writeString(file, Files.readString(file).repeat(2));

        Finding finding = only(system.audit());

        assertThat(finding.rule()).isEqualTo("subscription-once");
        assertThat(finding.dn()).isNotEmpty();
    }

    @Test
    void concludesNothingFromAnEmptyMailBase() throws IOException {
        AuditOptions options = AuditedSystem.AT_ONCE;
        Path away = folder.resolve("away");
        Files.move(system.base, away);
        Files.createDirectory(system.base);

        Said said = system.audit(options);

        assertThat(said.verdict().kind()).isEqualTo(AuditVerdict.Kind.INCONCLUSIVE);
        assertThat(said.findings()).isEmpty();
    }

    @Test
    void concludesNothingWhenItSeesFarLessThanTheLastTime() {
        AuditOptions options = baseline(Map.of("accounts", 100L, "maildirs", 3L));

        Said said = system.audit(options);

        assertThat(said.verdict().reasons())
                .containsExactly(
                        "there are 3 accounts, at the last audit there were 100. If that is right, say so once:"
                                + " vmail audit --new-baseline");
    }

    @Test
    void concludesNothingWhenAnAttributeIsHidden() throws LDAPException {
        AuditOptions options = baseline(Map.of("accounts", 3L, "accounts-with-seeAlso", 2L));
        assertThat(system.audit(options).verdict().kind()).isEqualTo(AuditVerdict.Kind.CLEAN);
        for (String name : new String[] {"Albert Onestone", "Seven of Nine"}) {
            system.directory.modify(
                    "cn=" + name + ",ou=Tokelau,o=company", new Modification(ModificationType.DELETE, "seeAlso"));
        }

        assertThat(system.audit(options).verdict().reasons())
                .containsExactly(
                        "no account shows seeAlso, at the last audit 2 did, as if access rules hid it now. Give the"
                                + " bind DN read access (slapd.access(5)). If that is right, say so once: vmail audit"
                                + " --new-baseline");
    }

    private AuditOptions baseline(Map<String, Long> facts) {
        return new AuditOptions(
                AuditScope.ALL, Duration.ZERO, AuditOptions.RECENT, Optional.of(facts), Clock.systemUTC());
    }

    private void deleteAlbert() throws IOException {
        for (String part : new String[] {"cur", "new", "tmp", "shared-maildirs", ""}) {
            Files.delete(system.albert().resolve(part));
        }
        Files.delete(system.albert().resolveSibling(""));
    }

    private void maildir(String name) throws IOException {
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(system.base.resolve(name).resolve(part));
        }
    }

    private static Finding only(Said said) {
        assertThat(said.findings()).hasSize(1);
        return said.findings().get(0);
    }

    private static AuditOptions scope(Optional<String> domain, Optional<String> account, Optional<Path> path) {
        return new AuditOptions(
                new AuditScope(domain, account, path),
                Duration.ZERO,
                AuditOptions.RECENT,
                Optional.empty(),
                Clock.systemUTC());
    }

    private static AuditOptions twice() {
        return new AuditOptions(
                AuditScope.ALL, Duration.ofMillis(300), AuditOptions.RECENT, Optional.empty(), Clock.systemUTC());
    }

    private static AuditOptions at(Duration later) {
        return new AuditOptions(
                AuditScope.ALL,
                Duration.ZERO,
                AuditOptions.RECENT,
                Optional.empty(),
                Clock.offset(Clock.systemUTC(), later));
    }
}
