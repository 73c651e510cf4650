package vmail.writer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vmail.writer.directory.Entries.TOKELAU;
import static vmail.writer.directory.Entries.albert;
import static vmail.writer.directory.Entries.entry;
import static vmail.writer.directory.Entries.person;
import static vmail.writer.directory.Entries.seven;
import static vmail.writer.directory.Entries.with;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.DirectoryUnavailable;

/** Against a real slapd. */
class SlapdWriterTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void assumeSlapd() {
        Slapd.assumeInstalled();
    }

    private static LDAPConnectionPool pool(Slapd slapd) throws LDAPException {
        return new LDAPConnectionPool(slapd.connection(), 2);
    }

    private AccountWriter writer(LDAPConnectionPool pool, ChangeLog log) {
        return new AccountWriter(pool, new Reversing(), log, true);
    }

    private static void containers(LDAPConnectionPool pool, ChangeLog log)
            throws DirectoryUnavailable, IOException, LDAPException {
        new ParentEntries(pool).create(new DN(TOKELAU), log);
    }

    private static List<Outcome.Kind> kinds(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::kind).distinct().toList();
    }

    @Test
    void writesAllOnceAndNothingTwice() throws Exception {
        List<ReadOnlyEntry> accounts = new ArrayList<>(
                IntStream.range(0, 300).mapToObj(Entries::person).toList());
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);

            assertThat(kinds(writer(pool, log).write(accounts))).containsExactly(Outcome.Kind.ADDED);
            long logged = Files.size(folder.resolve("changes.ldif"));
            assertThat(kinds(writer(pool, log).write(accounts))).containsExactly(Outcome.Kind.UNCHANGED);
            assertThat(folder.resolve("changes.ldif")).hasSize(logged);

            accounts.set(7, with(person(7), "mailAlternateAddress", "seven@mydomain.nl", "7@mydomain.nl"));
            List<Outcome> third = writer(pool, log).write(accounts);
            assertThat(third.stream().filter(outcome -> outcome.kind() != Outcome.Kind.UNCHANGED))
                    .containsExactly(new Outcome(person(7).getDN(), Outcome.Kind.CHANGED, "", ""));
            assertThat(kinds(writer(pool, log).write(accounts))).containsExactly(Outcome.Kind.UNCHANGED);
        }
    }

    @Test
    void writesACorrectedSpellingOfTheNameInTheDn() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);
            writer(pool, log).write(List.of(with(albert(), "cn", "albert onestone")));

            assertThat(kinds(writer(pool, log).write(List.of(albert())))).containsExactly(Outcome.Kind.CHANGED);
            assertThat(kinds(writer(pool, log).write(List.of(albert())))).containsExactly(Outcome.Kind.UNCHANGED);
            assertThat(pool.getEntry(albert().getDN())).isEqualTo(albert());
        }
    }

    @Test
    void isContentWithTheNameThatSlapdAddsItself() throws Exception {
        List<ReadOnlyEntry> account = List.of(with(albert(), "cn", "A. Onestone"));
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);

            assertThat(kinds(writer(pool, log).write(account))).containsExactly(Outcome.Kind.ADDED);
            assertThat(pool.getEntry(albert().getDN()).getAttributeValues("cn"))
                    .containsExactlyInAnyOrder("A. Onestone", "Albert Onestone");
            assertThat(kinds(writer(pool, log).write(account))).containsExactly(Outcome.Kind.UNCHANGED);
        }
    }

    @Test
    void refusesSingleEntriesAndGoesOn() throws Exception {
        List<ReadOnlyEntry> accounts = List.of(
                with(person(1), "sn"),
                with(person(2), "mailMessageStore", "/vmail/2/Maildir/", "/vmail/two/Maildir/"),
                with(person(3), "mail", "p\u00e9@mydomain.nl"),
                with(person(4), "mail", "p4@mydomain.nl", "P4@mydomain.nl"),
                with(person(5), "shoeSize", "44"),
                seven());
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);

            List<Outcome> outcomes = writer(pool, log).write(accounts);

            assertThat(outcomes)
                    .extracting(outcome -> outcome.kind() + " " + outcome.message())
                    .containsExactly(
                            "REFUSED the server refuses it: object class violation (65): object class 'inetOrgPerson' requires attribute 'sn'",
                            "REFUSED the server refuses it: constraint violation (19): mailMessageStore: multiple values provided",
                            "REFUSED the server refuses it: invalid attribute syntax (21): mail: value #0 invalid per syntax",
                            "REFUSED the server refuses it: attribute or value exists (20): mail: value #0 provided more than once",
                            "REFUSED the server refuses it: undefined attribute type (17): shoeSize: attribute type undefined",
                            "ADDED ");
        }
    }

    @Test
    void stopsWhenTheSchemaIsNotLoaded() throws Exception {
        try (Slapd slapd = Slapd.withoutQmailSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);

            assertThatThrownBy(() -> writer(pool, log).write(List.of(albert())))
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessage("the server does not know the schema of mail accounts, qmail.schema is not loaded:"
                            + " invalid attribute syntax (21): objectClass: value #1 invalid per syntax. Load it after"
                            + " core, cosine, nis and inetorgperson, then run the same command again.");
        }
    }

    @Test
    void namesTheMissingParentAndMakesItWhenAsked() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            pool.add(entry("o=company", "objectClass: organization", "o: company"));

            assertThatThrownBy(() -> writer(pool, log).write(List.of(albert(), seven())))
                    .hasMessageStartingWith("ou=Tokelau,o=company is not in the directory");

            containers(pool, log);
            assertThat(kinds(writer(pool, log).write(List.of(albert(), seven()))))
                    .containsExactly(Outcome.Kind.ADDED);
        }
    }

    @Test
    void stopsAtAReadOnlyServerWithItsWords() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder, "readonly on");
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            assertThatThrownBy(() -> containers(pool, log))
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasMessage("the directory does not take changes: unwilling to perform (53): operation restricted,"
                            + " at add o=company. See why the server refuses: 'readonly on', a replica, or a bind"
                            + " without a password.");
        }
    }

    @Test
    void convergesWhenSlapdIsKilledWithinABatchAndStartedAgain() throws Exception {
        List<ReadOnlyEntry> accounts =
                IntStream.range(0, 2000).mapToObj(Entries::person).toList();
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);
            Thread killer = new Thread(() -> killAndRestart(slapd));
            killer.start();

            List<Outcome> outcomes = writer(pool, log).write(accounts);
            killer.join();

            assertThat(kinds(outcomes)).containsExactly(Outcome.Kind.ADDED);
            assertThat(kinds(writer(pool, log).write(accounts))).containsExactly(Outcome.Kind.UNCHANGED);
            assertThat(people(slapd)).isEqualTo(2000);
        }
    }

    @Test
    void neverShowsThePasswordsOfRequestsThatWereInFlight() throws Exception {
        List<ReadOnlyEntry> accounts = IntStream.range(0, 1000)
                .mapToObj(i -> with(person(i), "userPassword", "{CLEAR}canary4711"))
                .toList();
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);
            AccountWriter impatient =
                    new AccountWriter(pool, new Reversing(), log, true, new Patience(2, Duration.ofMillis(10)));
            Thread killer = new Thread(() -> killAfterAHundred(slapd));
            killer.start();

            assertThatThrownBy(() -> impatient.write(accounts))
                    .isInstanceOf(DirectoryUnavailable.class)
                    .hasNoCause()
                    .hasMessageStartingWith("entries can not be read from the directory, tried 2 times: ")
                    .hasMessageNotContaining("canary");
            killer.join();
        }
    }

    @Test
    void undoesFromTheEndWhatItDid() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);
            ReadOnlyEntry before = albert("userPassword: {SSHA}old", "mailAlternateAddress: old@mydomain.nl");
            pool.add(before.duplicate());

            writer(pool, log).write(List.of(albert("userPassword: new", "givenName: Albert"), seven()));
            assertThat(pool.getEntry(albert().getDN())).isNotEqualTo(before);
            Undo.apply(folder.resolve("undo.ldif"), pool, 2);

            assertThat(pool.getEntry(albert().getDN())).isEqualTo(before);
            assertThat(pool.getEntry(seven().getDN())).isNull();
        }
    }

    @Test
    void noticesAChangeThatSomebodyElseMadeBetweenLookingAndWriting() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder);
                LDAPConnectionPool pool = pool(slapd);
                ChangeLog log = ChangeLog.open(folder)) {
            containers(pool, log);
            pool.add(albert("mailAlternateAddress: old@mydomain.nl").duplicate());
            EntryComparison comparison = new EntryComparison(new Reversing());
            List<EntryChange> plan = new EntryPlanner(pool, comparison).plan(List.of(albert()));
            pool.modify(albert().getDN(), new Modification(ModificationType.DELETE, "mailAlternateAddress"));

            List<Outcome> outcomes =
                    new EntryWriter(Requests.on(pool), comparison, log, true, Patience.FOR_A_RESTART).carryOut(plan);

            assertThat(outcomes)
                    .containsExactly(new Outcome(
                            albert().getDN(),
                            Outcome.Kind.REFUSED,
                            "the server refuses it: no such attribute (16): modify/delete: mailAlternateAddress:"
                                    + " no such attribute",
                            "Run the same command again: somebody else changed the entry meanwhile"));
        }
    }

    private static void killAndRestart(Slapd slapd) {
        try {
            killAfterAHundred(slapd);
            Thread.sleep(1000);
            slapd.restart();
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void killAfterAHundred(Slapd slapd) {
        try {
            while (people(slapd) < 100) {
                Thread.sleep(1);
            }
            slapd.kill();
        } catch (InterruptedException | LDAPException e) {
            throw new AssertionError(e);
        }
    }

    private static int people(Slapd slapd) throws LDAPException {
        try (LDAPConnection connection = slapd.connection()) {
            return connection
                    .search(TOKELAU, SearchScope.ONE, Filter.createPresenceFilter("uid"), "1.1")
                    .getEntryCount();
        }
    }
}
