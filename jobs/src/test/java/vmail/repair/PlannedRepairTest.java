package vmail.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.Ran;

/** What takes a decision: repaired once it is named and not before, no message lost or doubled, and taken back by undo. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before all tests
class PlannedRepairTest {

    private static final String LINK = "/vmail/shared/timetravel.weekly/incoming";
    private static final String SHARABLE = "/vmail/shared.maildirs/timetravel.weekly";
    private static final String MAILDIR = "/vmail/albert.onestone/Maildir";
    private static final String REAL = "rm " + LINK + " && mkdir -m 0700 " + LINK + " " + LINK + "/cur " + LINK
            + "/new " + LINK + "/tmp && echo one > " + LINK + "/new/11.one && echo two > " + LINK + "/cur/12.two:2,S";
    private static final String OPENED =
            "mkdir -p -m 0700 " + MAILDIR + "/shared-folders/Timetravel_weekly/incoming/cur && ln -s " + SHARABLE
                    + "/.incoming " + MAILDIR + "/shared-folders/Timetravel_weekly/incoming/shared";
    private static final Pattern ID = Pattern.compile("only when named, by --plan ([0-9a-f]{8}): ");

    private Host host;

    static Stream<Damage> damages() {
        return Stream.of(
                Damage.disk(
                        "mail for two",
                        "mkdir -p " + MAILDIR + "/,/vmail/seven.of.nine/Maildir/new " + MAILDIR
                                + "/,/vmail/seven.of.nine/Maildir/cur && echo one > " + MAILDIR
                                + "/,/vmail/seven.of.nine/Maildir/new/11.one && echo two > " + MAILDIR
                                + "/,/vmail/seven.of.nine/Maildir/cur/12.two:2,S",
                        "no-comma-directory"),
                Damage.disk("a real directory with mail for a link", REAL, "delivery-link-is-link"),
                Damage.disk(
                        "the same, and a script has put the link inside of it",
                        REAL + " && ln -s " + SHARABLE + "/.incoming " + LINK,
                        "delivery-link-is-link"),
                Damage.disk("a file for a link", "rm " + LINK + " && echo mbox > " + LINK, "delivery-link-is-link"),
                Damage.disk(
                        "a file for a maildir",
                        "rm -r " + MAILDIR + " && echo mbox > " + MAILDIR + " && rm -r /vmail/seven.of.nine/Maildir/cur"
                                + " && echo mbox > /vmail/seven.of.nine/Maildir/cur",
                        "maildir-kind"),
                Damage.disk(
                        "an orphan",
                        "mkdir -p /vmail/old.hand/Maildir/cur /vmail/old.hand/Maildir/new /vmail/old.hand/Maildir/tmp"
                                + " && echo old > /vmail/old.hand/Maildir/new/11.old && chmod 0700 /vmail/old.hand/Maildir",
                        "no-orphan-maildir"),
                Damage.disk(
                        "an orphan with names of Latin-1",
                        "mkdir -p /vmail/old.hand/Maildir/cur /vmail/old.hand/Maildir/new"
                                + " && echo old > /vmail/old.hand/Maildir/new/11.old"
                                + " && mkdir \"/vmail/old.hand/Maildir/.Entw$(printf '\\374')rfe\"",
                        "no-orphan-maildir"),
                Damage.disk(
                        "an orphan among shared folders",
                        "mkdir -p /vmail/shared.maildirs/old/.box/cur /vmail/shared.maildirs/old/.box/new"
                                + " && echo old > /vmail/shared.maildirs/old/.box/new/11.old",
                        "no-orphan-shared-maildir"),
                Damage.disk(
                        "a folder that nobody names",
                        "mkdir -p " + SHARABLE + "/.old/cur " + SHARABLE + "/.old/new && echo old > " + SHARABLE
                                + "/.old/new/11.old",
                        "no-orphan-folder"),
                Damage.disk(
                        "a link of nobody's", "ln -s nowhere /vmail/shared/timetravel.weekly/old", "no-orphan-link"),
                Damage.disk("a file of nobody's", "echo notes > /vmail/notes.txt", "no-stray-file"),
                Damage.disk("an empty directory", "mkdir -p /vmail/x/y", "no-stray-file"),
                new Damage(
                        "an access that was revoked in the directory",
                        OPENED,
                        "dn: " + Host.ALBERT + "\nchangetype: modify\ndelete: seeAlso\n",
                        List.of("no-stray-subscription")),
                new Damage(
                        "one of which only the opened folder is left",
                        OPENED + " && rm " + MAILDIR + "/shared-maildirs",
                        "dn: " + Host.ALBERT + "\nchangetype: modify\ndelete: seeAlso\n",
                        List.of("no-stray-subscription")),
                Damage.disk(
                        "an opened folder that is gone",
                        OPENED + " && ln -sfnT " + SHARABLE + "/.gone " + MAILDIR
                                + "/shared-folders/Timetravel_weekly/incoming/shared",
                        "opened-folder-present"),
                Damage.disk(
                        "a second name for a shared folder",
                        "printf '%s\\t%s\\n' Weekly " + SHARABLE + " >> " + MAILDIR + "/shared-maildirs",
                        "subscription-nick"),
                Damage.disk(
                        "a folder as Courier 4 named it",
                        "mkdir -p -m 0700 '" + MAILDIR + "/.Entw&APw-rfe/cur' '" + MAILDIR + "/.Entw&APw-rfe/new' '"
                                + MAILDIR + "/.Entw&APw-rfe/tmp' && touch '" + MAILDIR
                                + "/.Entw&APw-rfe/maildirfolder' && echo draft > '" + MAILDIR
                                + "/.Entw&APw-rfe/cur/11.draft:2,S'",
                        "folder-name-decoded"),
                Damage.disk(
                        "a maildir in a maildir",
                        "mkdir -p -m 0700 " + MAILDIR + "/Sent/cur " + MAILDIR + "/Sent/new " + MAILDIR
                                + "/Sent/tmp && touch " + MAILDIR + "/Sent/maildirfolder && echo sent > " + MAILDIR
                                + "/Sent/cur/11.sent:2,S",
                        "no-inner-maildir"),
                Damage.disk("a file of Cyrus", "echo x > " + MAILDIR + "/cyrus.header", "no-foreign-file"),
                Damage.disk(
                        "a maildir that was not moved",
                        "mv /vmail/seven.of.nine /vmail/seven.of.none",
                        "store-not-renamed"),
                Damage.entry(
                        "boxes of a person",
                        "dn: " + Host.ALBERT + "\nchangetype: modify\nadd: postOfficeBox\npostOfficeBox: 1701\n",
                        "boxes-on-shared-only"),
                Damage.entry(
                        "seeAlso of a shared account",
                        "dn: " + Host.TIMETRAVEL + "\nchangetype: modify\nadd: seeAlso\nseeAlso: " + Host.ALBERT + "\n",
                        "see-also-on-personal-only"));
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
    void losesNothingAndCanBeUndone(Damage damage)
            throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
        host.mailOwner(damage.script());
        if (!damage.ldif().isEmpty()) {
            host.modify(damage.ldif());
        }
        String rule = damage.rules().get(0);
        assertThat(host.rules()).containsExactly(rule);
        String before = host.state();
        Map<String, Long> messages = host.messages();

        Ran unnamed = host.vmail("repair");

        assertThat(unnamed.out()).contains("nothing was repaired");
        assertThat(host.state()).isEqualTo(before);

        List<String> plan = plan(unnamed);
        Ran dry = host.vmail(arguments(plan, "--dry-run"));

        assertThat(dry.out()).as(dry.toString()).contains("] would ");
        assertThat(host.state()).isEqualTo(before);

        Ran planned = host.vmail(arguments(plan));

        assertThat(planned.code()).as(planned.toString()).isZero();
        assertThat(host.rules()).as(planned.toString()).isEmpty();
        assertThat(host.messages()).isEqualTo(messages);

        Ran undone = host.vmail("undo", host.run("repair"));

        assertThat(undone.code()).as(undone.toString()).isZero();
        assertThat(host.state()).as(planned + "\n" + undone).isEqualTo(before);
    }

    @Test
    void bringsTheMailWhereItIsRead() throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
        host.mailOwner(REAL);

        Ran planned = host.vmail(arguments(plan(host.vmail("repair", "--dry-run"))));

        assertThat(planned.code()).as(planned.toString()).isZero();
        host.mailOwner("test \"$(ls " + SHARABLE + "/.incoming/new " + SHARABLE + "/.incoming/cur | sort | xargs)\" = "
                + "\"" + SHARABLE + "/.incoming/cur: " + SHARABLE + "/.incoming/new: 11.one 12.two:2,S 3.weekly\"");
        host.mailOwner("test \"$(readlink " + LINK + ")\" = " + SHARABLE + "/.incoming");
    }

    @Test
    void asksWhoseMailItShallBe() throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
        Damage damage = damages().findFirst().orElseThrow();
        host.mailOwner(damage.script());
        String before = host.state();
        String id = plan(host.vmail("repair", "--dry-run")).get(0);

        Ran nobodys = host.vmail("repair", "--plan", id);
        Ran strangers = host.vmail("repair", "--plan", id, "--into=/vmail/shared");

        assertThat(nobodys.out())
                .contains("it is not said whose mail it shall be: --into " + host.at(MAILDIR) + " or "
                        + host.at("/vmail/seven.of.nine/Maildir"));
        assertThat(nobodys.code()).isEqualTo(1);
        assertThat(strangers.out()).contains(host.at("/vmail/shared") + " is no maildir of a person");
        assertThat(host.state()).isEqualTo(before);

        Ran toSeven = host.vmail("repair", "--plan", id, "--into=" + Host.SEVEN);

        assertThat(toSeven.code()).as(toSeven.toString()).isZero();
        host.mailOwner(
                "test -f /vmail/seven.of.nine/Maildir/new/11.one && test -f /vmail/seven.of.nine/Maildir/cur/12.two:2,S");
    }

    @Test
    void leavesAMessageWhoseNameIsTaken() throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
        Damage damage = damages().findFirst().orElseThrow();
        host.mailOwner(damage.script() + " && echo other > " + MAILDIR + "/new/11.one");
        Map<String, Long> messages = host.messages();
        String id = plan(host.vmail("repair", "--dry-run")).get(0);

        Ran planned = host.vmail("repair", "--plan", id, "--into=" + Host.ALBERT);

        assertThat(planned.code()).isEqualTo(1);
        assertThat(planned.out()).contains("/new/11.one: " + host.at(MAILDIR) + "/new/11.one is there already");
        assertThat(host.messages()).isEqualTo(messages);
        assertThat(host.rules()).containsExactly("no-comma-directory");
        host.mailOwner("grep -qx other " + MAILDIR + "/new/11.one && test -f " + MAILDIR + "/cur/12.two:2,S && test -f "
                + MAILDIR + "/,/vmail/seven.of.nine/Maildir/new/11.one");
    }

    @Test
    void listsTheQuarantineAndBringsThingsBack()
            throws IOException, InterruptedException, LDAPException, LDIFException {
        host.reset();
        host.mailOwner("mkdir -p /vmail/old.hand/Maildir/cur /vmail/old.hand/Maildir/new /vmail/old.hand/Maildir/tmp"
                + " && echo old > /vmail/old.hand/Maildir/new/11.old && echo notes > /vmail/notes.txt");
        String before = host.state();
        Ran planned = host.vmail(arguments(plan(host.vmail("repair", "--dry-run"))));
        assertThat(planned.code()).as(planned.toString()).isZero();
        String run = host.run("repair");

        Ran listed = host.vmail("quarantine", "--list");

        assertThat(listed.out()
                        .lines()
                        .map(line -> line.replaceAll("\\s+\\S+Z\\s+", " ").replaceAll(" +", " ")))
                .containsExactly(
                        run + "/1 1 4 no-orphan-maildir " + host.at("/vmail/old.hand/Maildir"),
                        run + "/2 0 6 no-stray-file " + host.at("/vmail/notes.txt"));
        host.mailOwner("echo new notes > /vmail/notes.txt");

        Ran taken = host.vmail("quarantine", "--restore=" + run + "/2");

        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.out()).contains(host.at("/vmail/notes.txt") + " is there already");
        host.mailOwner("grep -qx 'new notes' /vmail/notes.txt && rm /vmail/notes.txt");

        assertThat(host.vmail("quarantine", "--restore=" + run + "/2").code()).isZero();
        host.mailOwner("mkdir /vmail/old.hand");
        assertThat(host.vmail("quarantine", "--restore=" + run + "/1").code()).isZero();
        assertThat(host.state()).isEqualTo(before);
        assertThat(host.vmail("quarantine").out()).isEmpty();
        assertThat(host.vmail("quarantine", "--restore=" + run + "/1").code()).isEqualTo(2);
    }

    private List<String> plan(Ran ran) {
        List<String> ids = new ArrayList<>();
        Matcher id = ID.matcher(ran.out());
        while (id.find()) {
            ids.add(id.group(1));
        }
        assertThat(ids).as(ran.toString()).isNotEmpty();
        return ids;
    }

    private static String[] arguments(List<String> plan, String... more) {
        List<String> arguments = new ArrayList<>(List.of("repair", "--plan"));
        arguments.addAll(plan);
        arguments.add("--into=" + MAILDIR);
        arguments.addAll(Arrays.asList(more));
        return arguments.toArray(String[]::new);
    }
}
