package vmail.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.MailOwner;
import vmail.lab.Ran;

/** Everything that needs no decision: a dry run touches nothing, repair cures it, the next one has nothing to do, undo brings it back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all tests
class AutomaticRepairTest {

    private static final String MAILDIR = "/vmail/albert.onestone/Maildir";
    private static final String SUBSCRIPTIONS = MAILDIR + "/shared-maildirs";
    private static final String NL = "dc=nl,ou=postfix,ou=System,o=company";
    private static final String NU = "dc=nu,ou=postfix,ou=System,o=company";
    private static final String LINK = "/vmail/shared/timetravel.weekly/incoming";
    private static final String SHARABLE = "/vmail/shared.maildirs/timetravel.weekly";

    private Host host;

    static Stream<Damage> damages() {
        return Stream.of(
                Damage.disk("no maildir", "rm -r /vmail/albert.onestone", "maildir-present"),
                Damage.disk("no tmp", "rmdir " + MAILDIR + "/tmp", "maildir-complete"),
                Damage.disk("no sharable maildir", "rm -r " + SHARABLE, "sharable-maildir-present"),
                Damage.disk("no folder for delivery", "rm -r " + SHARABLE + "/.incoming", "shared-folder-present"),
                Damage.disk("no box", "rm -r " + SHARABLE + "/.past.editions", "shared-box-present"),
                Damage.disk("no marker", "rm " + SHARABLE + "/.past.editions/maildirfolder", "shared-folder-marked"),
                Damage.disk("no link", "rm " + LINK, "delivery-link-present"),
                Damage.disk("no directory for the link", "rm -r /vmail/shared", "delivery-link-present"),
                Damage.disk("no subscriptions", "rm " + SUBSCRIPTIONS, "subscription-present"),
                Damage.disk("no line", "echo '# mine' > " + SUBSCRIPTIONS, "subscription-present"),
                Damage.disk("a maildir of root's", "chown -hR root:root " + MAILDIR, "maildir-owner"),
                Damage.disk("mail of root's", "chown -R root:root " + MAILDIR + "/cur", "maildir-owner"),
                Damage.disk("an open maildir", "chmod 0755 " + MAILDIR + " " + MAILDIR + "/new", "maildir-private"),
                Damage.disk("a closed new", "chmod 0500 " + MAILDIR + "/new", "maildir-usable"),
                Damage.disk("a closed sharable maildir", "chmod 0700 " + SHARABLE, "sharable-maildir-mode"),
                Damage.disk(
                        "a folder that is not shared", "chmod 0700 " + SHARABLE + "/.incoming", "shared-folder-mode"),
                Damage.disk("a closed parent", "chmod 0 /vmail/albert.onestone", "parent-usable"),
                Damage.disk("a parent of root's", "chown root:root /vmail/shared/timetravel.weekly", "parent-usable"),
                Damage.disk(
                        "a link to nothing", "ln -sfnT " + SHARABLE + "/.incomming " + LINK, "delivery-link-target"),
                Damage.disk("a link to itself", "ln -sfnT incoming " + LINK, "delivery-link-target"),
                Damage.disk(
                        "a link to another box",
                        "ln -sfnT " + SHARABLE + "/.past.editions " + LINK,
                        "delivery-link-target"),
                Damage.disk(
                        "an empty directory for a link",
                        "rm " + LINK + " && install -d -m 0700 -o 5000 -g 5000 " + LINK + " " + LINK + "/cur " + LINK
                                + "/new " + LINK + "/tmp # chown",
                        "delivery-link-is-link"),
                Damage.disk("line ends of Windows", "sed -i 's/$/\\r/' " + SUBSCRIPTIONS, "subscription-line"),
                Damage.disk("a line that leads nowhere", "sed -i 's/$/.old/' " + SUBSCRIPTIONS, "subscription-line"),
                Damage.disk(
                        "subscriptions of root's",
                        "chown root:root " + SUBSCRIPTIONS + " && chmod 0600 " + SUBSCRIPTIONS,
                        "subscription-file"),
                Damage.disk("subscriptions that nobody reads", "chmod 0 " + SUBSCRIPTIONS, "subscription-file"),
                Damage.disk(
                        "a line that stands twice",
                        "cp " + SUBSCRIPTIONS + " /vmail/seven.of.nine/x && cat /vmail/seven.of.nine/x >> "
                                + SUBSCRIPTIONS + " && rm /vmail/seven.of.nine/x",
                        "subscription-once"),
                Damage.disk(
                        "a folder of one's own that is half made",
                        "install -d -m 0700 " + MAILDIR + "/.Work " + MAILDIR
                                + "/.Work/cur # chown\n chown -R 5000:5000 " + MAILDIR + "/.Work",
                        "folder-complete",
                        "folder-marked"),
                Damage.entry(
                        "a store without slash",
                        change(Host.ALBERT, "replace: mailMessageStore\nmailMessageStore: " + MAILDIR),
                        "store-well-formed"),
                Damage.entry(
                        "a box that is the uid",
                        change(Host.TIMETRAVEL, "add: postOfficeBox\npostOfficeBox: incoming"),
                        "box-not-uid"),
                Damage.entry(
                        "an alias that is the mail",
                        change(
                                Host.ALBERT,
                                "add: mailAlternateAddress\nmailAlternateAddress: Albert.Onestone@anotherdomain.nu"),
                        "alias-not-own-mail"),
                Damage.entry(
                        "a seeAlso to oneself",
                        change(Host.ALBERT, "add: seeAlso\nseeAlso: " + Host.ALBERT),
                        "see-also-shared"),
                Damage.entry(
                        "a domain in upper case",
                        change(NU, "replace: associatedDomain\nassociatedDomain: AnotherDomain.NU"),
                        "domain-well-formed"),
                Damage.entry(
                        "a domain with a dot",
                        change(NL, "replace: associatedDomain\nassociatedDomain: mydomain.nl."),
                        "domain-well-formed"),
                Damage.entry(
                        "a domain in two entries",
                        change(NL, "add: associatedDomain\nassociatedDomain: anotherdomain.nu"),
                        "unique-domain"),
                new Damage(
                        "all at once",
                        "rm -r /vmail/shared " + SHARABLE + "/.past.editions && chmod 0777 " + MAILDIR
                                + " && rmdir " + MAILDIR + "/tmp && sed -i 's/$/\\r/' " + SUBSCRIPTIONS
                                + " && rm -r /vmail/seven.of.nine",
                        change(Host.TIMETRAVEL, "add: postOfficeBox\npostOfficeBox: incoming"),
                        List.of(
                                "box-not-uid",
                                "delivery-link-present",
                                "maildir-complete",
                                "maildir-present",
                                "maildir-private",
                                "shared-box-present",
                                "subscription-line")));
    }

    private static String change(String dn, String what) {
        return "dn: " + dn + "\nchangetype: modify\n" + what + "\n";
    }

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

    @ParameterizedTest
    @MethodSource("damages")
    void isCuredOnceAndCanBeUndone(Damage damage)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        assumeTrue(MailOwner.isRoot() || !damage.needsRoot(), "only root can do such a damage");
        host.reset();
        assertThat(host.rules()).isEmpty();
        host.root(damage.script());
        if (!damage.ldif().isEmpty()) {
            host.modify(damage.ldif());
        }
        assertThat(host.rules()).containsExactlyElementsOf(damage.rules());
        String before = host.state();

        Ran dry = host.vmail("repair", "--dry-run");

        assertThat(dry.out()).contains("] would ");
        assertThat(host.state()).isEqualTo(before);

        Ran repaired = host.vmail("repair");

        assertThat(repaired.code()).as(repaired.toString()).isZero();
        assertThat(host.rules()).as(repaired.toString()).isEmpty();
        assertThat(done(repaired)).isEqualTo(would(dry));
        String after = host.state();
        String run = host.run("repair");

        Ran again = host.vmail("repair");

        assertThat(again.code()).as(again.toString()).isZero();
        assertThat(again.out()).contains("nothing was repaired");
        assertThat(host.state()).isEqualTo(after);

        Ran undone = host.vmail("undo", run);

        assertThat(undone.code()).as(undone.toString()).isZero();
        assertThat(host.state()).as(repaired + "\n" + undone).isEqualTo(before);

        assertThat(host.vmail("undo", host.run("undo")).code()).isZero();
        assertThat(host.state()).isEqualTo(after);
    }

    private static List<String> would(Ran dry) {
        return dry.out()
                .lines()
                .filter(line -> line.contains("] would "))
                .map(line -> line.replace("] would ", "] "))
                .map(AutomaticRepairTest::withoutRun)
                .toList();
    }

    private static List<String> done(Ran repaired) {
        return repaired.out()
                .lines()
                .filter(line -> line.startsWith("["))
                .map(AutomaticRepairTest::withoutRun)
                .toList();
    }

    /** A dry run is a run, too, and there may be another one in the same second. */
    private static String withoutRun(String line) {
        return line.replaceAll("\\d{8}-\\d{6}-repair(-\\d+)?", "RUN");
    }
}
