package vmail.mail;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import vmail.lab.Cli;
import vmail.lab.Imap;
import vmail.lab.Json;
import vmail.lab.MailSystem;
import vmail.lab.Message;
import vmail.lab.Program;
import vmail.lab.Ran;
import vmail.lab.Shell;
import vmail.lab.Site;
import vmail.lab.Tree;

/**
 * From an empty directory to people who read their mail, and on through changes of the source: one mail system, step after step.
 *
 * <p>vmail runs as the mail owner, the servers as {@code vmail render} configured them.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EndToEndTest {

    private static final String SHARED = "shared.Timetravel_weekly.";
    private static final String UNKNOWN =
            "550 5.1.1 <%s>: Recipient address rejected: User unknown in local recipient table";

    private MailSystem system;
    /** The word in the message that was sent to an address. */
    private final Map<String, String> tokens = new TreeMap<>();

    @BeforeAll
    void startServers() throws IOException, InterruptedException, LDAPException {
        system = MailSystem.start();
        system.giveSystemAPassword();
    }

    @AfterAll
    void stopServers() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void bringsTheHowtosAccountsIntoAnEmptyDirectory() throws IOException, InterruptedException, LDAPException {
        Ran imported = run("import", "--create-parents", "--format=json", system.domains(), system.accounts());

        assertThat(imported.code()).as(imported.toString()).isZero();
        Json answer = Json.of(imported.out());
        assertThat(answer.number("added")).isEqualTo(3);
        assertThat(answer.list("findings")).isEmpty();
        assertThat(String.join("\n", Tree.of(system.site().mailBase())) + "\n")
                .isEqualTo(Site.sample("howto/expected/tree.txt"));
    }

    @Test
    @Order(2)
    void bringsMailForEachAddressOnceToItsPlace() throws IOException, LDAPException {
        Map<String, String> places = places();

        Map<String, List<String>> found = new TreeMap<>();
        for (String address : places.keySet()) {
            Message message = system.deliver(address);
            tokens.put(address, message.token());
            found.put(address, system.copiesOf(message));
        }

        assertThat(places)
                .containsOnlyKeys(
                        "a.onestone@anotherdomain.nu",
                        "albert.onestone@anotherdomain.nu",
                        "ao@anotherdomain.nu",
                        "s.o.9@anotherdomain.nu",
                        "seven.of.nine@anotherdomain.nu",
                        "timetravel@anotherdomain.nu");
        assertThat(found)
                .isEqualTo(places.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, place -> List.of(place.getValue()))));
        assertThat(found.get("timetravel@anotherdomain.nu"))
                .containsExactly("shared.maildirs/timetravel.weekly/.incoming/new");
    }

    @Test
    @Order(3)
    void refusesWhoIsNotThere() throws IOException {
        assertThat(system.deliver("nobody@anotherdomain.nu").answer())
                .isEqualTo(UNKNOWN.formatted("nobody@anotherdomain.nu"));
        assertThat(system.deliver("albert.onestone@elsewhere.example").answer())
                .isEqualTo("554 5.7.1 <albert.onestone@elsewhere.example>: Relay access denied");
    }

    @Test
    @Order(4)
    void letsBothPeopleReadTheirMailAndTheSharedFolder() throws IOException {
        readsOwnAndShared("onestonea", "onesecret", "a.onestone@", "albert.onestone@", "ao@");
        readsOwnAndShared("nines", "sevensecret", "s.o.9@", "seven.of.nine@");
    }

    @Test
    @Order(5)
    void isNotDisturbedByMailAndByReading() throws IOException, InterruptedException {
        Ran audit = system.reading(Cli.asMailOwner()).run("audit", "--format=json");

        assertThat(audit.err()).isEmpty();
        Json answer = Json.of(audit.out());
        assertThat(answer.list("findings")).isEmpty();
        assertThat(answer.text("verdict")).isEqualTo("clean");
        assertThat(audit.code()).isZero();
    }

    @Test
    @Order(6)
    void changesNothingWhenItIsImportedOnceMore() throws IOException, InterruptedException, LDAPException {
        int writes = system.slapd().writes().size();
        String directory = system.slapd().exportWithPasswords();
        List<String> tree = Tree.of(system.site().mailBase());

        Ran again = run("import", "--create-parents", "--format=json", system.domains(), system.accounts());

        assertThat(again.code()).as(again.toString()).isZero();
        Json answer = Json.of(again.out());
        assertThat(answer.number("added")).isZero();
        assertThat(answer.number("changed")).isZero();
        assertThat(answer.number("unchanged")).isEqualTo(3);
        assertThat(system.slapd().writes()).hasSize(writes);
        assertThat(system.slapd().exportWithPasswords()).isEqualTo(directory);
        assertThat(Tree.of(system.site().mailBase())).isEqualTo(tree);
    }

    @Test
    @Order(7)
    void takesUpWhatChangedInTheSource() throws IOException, InterruptedException {
        Ran imported = run("import", "--format=json", system.domains(), changed());

        Json answer = Json.of(imported.out());
        assertThat(answer.number("added")).isEqualTo(1);
        assertThat(answer.number("changed")).isEqualTo(3);
        // nothing is deleted, so what Albert can still read is told
        assertThat(answer.each("findings", "rule")).containsExactly("no-stray-subscription");
        assertThat(imported.code()).isEqualTo(1);
    }

    @Test
    @Order(8)
    void givesANewSubscriberTheSharedFolderWithItsOldMail() throws IOException {
        Message message = system.deliver("harry.potter@anotherdomain.nu");

        assertThat(system.copiesOf(message)).containsExactly("harry.potter/Maildir/new");
        try (Imap harry = system.login("potterh", "wizardsecret")) {
            assertThat(harry.messages("INBOX")).singleElement().asString().contains(message.token());
            assertThat(harry.messages(SHARED + "incoming"))
                    .singleElement()
                    .asString()
                    .contains(token("timetravel@anotherdomain.nu"));
        }
    }

    @Test
    @Order(9)
    void showsANewBoxToSubscribers() throws IOException {
        try (Imap harry = system.login("potterh", "wizardsecret")) {
            assertThat(harry.list())
                    .containsExactlyInAnyOrder(
                            "INBOX",
                            SHARED + "incoming",
                            SHARED + "past.editions",
                            SHARED + "future.editions",
                            SHARED + "special.editions");
        }
    }

    @Test
    @Order(10)
    void shutsOutWhoIsInactive() throws IOException {
        assertThat(system.deliver("seven.of.nine@anotherdomain.nu").answer())
                .isEqualTo(UNKNOWN.formatted("seven.of.nine@anotherdomain.nu"));
        assertThat(system.deliver("s.o.9@anotherdomain.nu").answer())
                .isEqualTo(UNKNOWN.formatted("s.o.9@anotherdomain.nu"));
        assertThat(system.refusal("nines", "sevensecret")).isEqualTo("NO Login failed.");
    }

    @Test
    @Order(11)
    void leavesAnAccessThatNobodyWantsAnyMoreUntilTheRemedyIsDone() throws IOException, InterruptedException {
        Path maildir = system.site().mailBase().resolve("albert.onestone/Maildir");
        Path opened = maildir.resolve("shared-folders/Timetravel_weekly");
        try (Imap albert = system.login("onestonea", "onesecret")) {
            assertThat(albert.list()).contains(SHARED + "incoming");
            assertThat(albert.messages(SHARED + "incoming")).hasSize(1);
        }

        Json finding = audit().list("findings").get(0);
        assertThat(finding.text("effect")).isEqualTo("LEAKED");
        assertThat(finding.text("remedy"))
                .isEqualTo(
                        "Add the seeAlso, or take the access away, as the mail owner: maildirmake --del Timetravel_weekly %s && rm -rf %s"
                                .formatted(maildir, opened));

        Shell.asMailOwner(Program.MAILDIRMAKE.path() + " --del Timetravel_weekly " + maildir);
        try (Imap albert = system.login("onestonea", "onesecret")) {
            assertThat(albert.list()).containsExactly("INBOX");
            // who has opened a folder once does not need the list
            assertThat(albert.messages(SHARED + "incoming")).hasSize(1);
        }

        Shell.asMailOwner("rm -r " + opened);
        try (Imap albert = system.login("onestonea", "onesecret")) {
            assertThat(albert.list()).containsExactly("INBOX");
            assertThat(albert.select(SHARED + "incoming").isOk()).isFalse();
        }
        assertThat(audit().list("findings")).isEmpty();
    }

    private Json audit() throws IOException, InterruptedException {
        return Json.of(
                system.reading(Cli.asMailOwner()).run("audit", "--format=json").out());
    }

    private void readsOwnAndShared(String uid, String password, String... addresses) throws IOException {
        try (Imap imap = system.login(uid, password)) {
            assertThat(imap.list())
                    .containsExactlyInAnyOrder(
                            "INBOX", SHARED + "incoming", SHARED + "past.editions", SHARED + "future.editions");
            assertThat(imap.subscribe(SHARED + "incoming").isOk()).isTrue();
            assertThat(imap.subscribed()).contains(SHARED + "incoming");
            assertThat(imap.messages("INBOX")).hasSize(addresses.length);
            assertThat(imap.messages("INBOX"))
                    .allSatisfy(text -> assertThat(Arrays.stream(addresses)
                                    .filter(each -> text.contains(token(each + "anotherdomain.nu"))))
                            .hasSize(1));
            assertThat(imap.messages(SHARED + "incoming"))
                    .singleElement()
                    .asString()
                    .contains(token("timetravel@anotherdomain.nu"));
        }
    }

    private String token(String address) {
        return Objects.requireNonNull(tokens.get(address), address);
    }

    /** Where mail for each address has to go, by the directory: the real folder behind the store, below the mail base. */
    private Map<String, String> places() throws IOException, LDAPException {
        Map<String, String> places = new TreeMap<>();
        for (Entry entry : system.slapd().entries()) {
            String store = entry.getAttributeValue("mailMessageStore");
            if (store != null) {
                Path place = system.site()
                        .mailBase()
                        .relativize(Path.of(store).toRealPath().resolve("new"));
                Stream.of("mail", "mailAlternateAddress")
                        .filter(entry::hasAttribute)
                        .flatMap(name -> Arrays.stream(entry.getAttributeValues(name)))
                        .forEach(address -> places.put(address, place.toString()));
            }
        }
        return places;
    }

    /** Albert no longer reads the weekly, Seven is inactive, Harry is new, and the weekly has another box. */
    private Path changed() throws IOException {
        String source = Site.sample("howto/accounts.ldif")
                .replace(
                        "cn: Albert Onestone\nseeAlso: cn=Timetravel weekly,ou=Tokelau,o=company\n",
                        "cn: Albert Onestone\n")
                .replace("accountStatus: active\ncn: Seven", "accountStatus: inactive\ncn: Seven")
                .replace(
                        "postOfficeBox: past.editions\n",
                        "postOfficeBox: past.editions\npostOfficeBox: special.editions\n");
        String harry = """

                dn: cn=Harry Potter, ou=Tokelau, o=company
                userPassword: {SSHA}y9LAHugNvJQL5TChfhEn8TZ3jWNoYXJ5
                givenName: Harry
                sn: Potter
                mailMessageStore: /vmail/harry.potter/Maildir/
                mail: harry.potter@anotherdomain.nu
                ou: Tokelau
                uid: potterh
                objectClass: inetOrgPerson
                objectClass: qmailUser
                accountStatus: active
                cn: Harry Potter
                seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company
                """;
        return system.site()
                .file(
                        "changed.ldif",
                        (source + harry).replace("/vmail/", system.site().mailBase() + "/"));
    }

    private Ran run(Object... arguments) throws IOException, InterruptedException {
        return system.writing(Cli.asMailOwner())
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }
}
