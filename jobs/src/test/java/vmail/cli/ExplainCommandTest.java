package vmail.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.rule.Rule;
import vmail.rule.RulePage;
import vmail.rule.Rules;

class ExplainCommandTest {

    @Test
    void listsEveryRuleWithSeverityAndEffect() throws IOException, InterruptedException {
        Ran ran = Cli.here().run("explain");

        List<String> expected = Rules.catalogue().stream()
                .map(rule -> rule.id() + " " + rule.severity() + " " + rule.effect())
                .toList();
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " "))).containsExactlyElementsOf(expected);
    }

    @Test
    void printsThePageOfEachRuleItLists() throws IOException, InterruptedException {
        for (Rule rule : Rules.catalogue()) {
            Ran ran = Cli.here().run("explain", rule.id());

            assertThat(ran).isEqualTo(new Ran(0, RulePage.of(rule.id()).orElseThrow(), ""));
        }
    }

    @Test
    void refusesWhatIsNoRule() throws IOException, InterruptedException {
        for (String id : List.of("../../etc/passwd", "SINGLE-MAIL", "single mail")) {
            Ran ran = Cli.here().run("explain", id);

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith("vmail: there is no rule " + id + "; did you mean ");
        }
    }

    @Test
    void saysHowToAskForALoginThatIsNamedLikeARule() throws IOException, InterruptedException {
        Ran ran = Cli.here().run("explain", "unique-mail", "--ldap-url=embedded");

        assertThat(ran)
                .isEqualTo(new Ran(
                        0,
                        RulePage.of("unique-mail").orElseThrow(),
                        "vmail: this is a rule; for a login of that name: vmail explain uid:unique-mail\n"));
    }

    @Test
    void needsADirectoryForAllElse() throws IOException, InterruptedException {
        Ran address = Cli.here().run("explain", "ao@anotherdomain.nu");
        Ran broken = Cli.here().run("explain", "dn:seven");

        assertThat(address)
                .isEqualTo(new Ran(
                        2, "", "vmail: no directory: give --ldap-url (or ldap-url=... in the settings file)\n"));
        assertThat(broken).isEqualTo(new Ran(2, "", "vmail: not a DN: seven\n"));
    }

    @Nested
    class AfterAnImport {

        @TempDir
        private Path folder;

        private Trial trial;

        @BeforeEach
        void bring() throws IOException, InterruptedException {
            trial = Trial.in(folder);
            String accounts = Files.readString(Path.of("../sample-data/howto/accounts.ldif"))
                    .replace("/vmail/", trial.mailBase() + "/");
            Ran ran = trial.importing(
                    trial.file("accounts.ldif", accounts).toString(), "../sample-data/howto/domains.ldif");
            assertThat(ran.code()).as(ran.toString()).isZero();
        }

        @Test
        void explainsEachAddressOfTheHowto() throws IOException, InterruptedException {
            for (String address : List.of(
                    "albert.onestone@anotherdomain.nu",
                    "a.onestone@anotherdomain.nu",
                    "ao@anotherdomain.nu",
                    "seven.of.nine@anotherdomain.nu",
                    "s.o.9@anotherdomain.nu",
                    "timetravel@anotherdomain.nu")) {
                Ran ran = trial.run("explain", address);

                assertThat(ran.code()).as(ran.toString()).isZero();
            }
        }

        @Test
        void printsTheWayOfAMessage() throws IOException, InterruptedException {
            String store = trial.mailBase() + "/albert.onestone/Maildir/";

            Ran ran = trial.run("explain", "ao@anotherdomain.nu");

            assertThat(ran.err()).isEmpty();
            assertThat(ran.out().replaceAll("belongs to \\d+:\\d+", "belongs to us"))
                    .isEqualTo("""
                            mail to ao@anotherdomain.nu
                              domain anotherdomain.nu: ours
                              alias ao@anotherdomain.nu: albert.onestone@anotherdomain.nu (cn=Albert Onestone, ou=Tokelau, o=company)
                              alias albert.onestone@anotherdomain.nu: albert.onestone@anotherdomain.nu (cn=Albert Onestone, ou=Tokelau, o=company)
                              mailbox albert.onestone@anotherdomain.nu: %1$s (cn=Albert Onestone, ou=Tokelau, o=company)
                              store %1$s: %2$s is a maildir, belongs to us, mode 0700

                            readers of %1$s
                              login onestonea: is cn=Albert Onestone, ou=Tokelau, o=company

                            mail to ao@anotherdomain.nu arrives in %1$s, read by onestonea
                            """.formatted(store, store.substring(0, store.length() - 1)));
        }

        @Test
        void printsWhatIsWrongBelowTheStepWhereItShows() throws IOException, InterruptedException {
            Path link = trial.mailBase().resolve("shared/timetravel.weekly/incoming");
            Files.delete(link);

            Ran ran = trial.run("explain", "timetravel@anotherdomain.nu");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out())
                    .contains("  store " + link + "/: " + link
                            + " is missing; Postfix makes it with the first message, if it may  <-- UNSEEN\n"
                            + "    error: [delivery-link-present] UNSEEN: delivery link " + link + " to "
                            + trial.mailBase() + "/shared.maildirs/timetravel.weekly/.incoming is missing."
                            + " Run vmail make-stores.\n");
        }

        @Test
        void answersAsOneObject() throws IOException, InterruptedException {
            Ran ran = trial.run("explain", "nobody@anotherdomain.nu", "--format=json");

            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out())
                    .isEqualTo("{\"question\":\"mail to nobody@anotherdomain.nu\",\"parts\":[{"
                            + "\"title\":\"mail to nobody@anotherdomain.nu\",\"steps\":[{"
                            + "\"asked\":\"domain anotherdomain.nu\",\"answer\":\"ours\",\"outcome\":\"fine\","
                            + "\"effect\":\"NONE\",\"findings\":[]},{"
                            + "\"asked\":\"address nobody@anotherdomain.nu\","
                            + "\"answer\":\"550 5.1.1 User unknown: no entry has it\",\"outcome\":\"fault\","
                            + "\"effect\":\"BOUNCED\",\"findings\":[]}]}],\"fault\":true,"
                            + "\"inconclusive\":false,\"conclusion\":["
                            + "\"mail to nobody@anotherdomain.nu arrives in no store\"]}\n");
        }

        @Test
        void isInconclusiveWhereItCanNotSee() throws IOException, InterruptedException {
            assumeTrue(MailOwner.isRoot(), "only root can hide a directory from the mail owner");
            Path store = trial.mailBase().resolve("seven.of.nine");
            Files.setAttribute(store, "unix:uid", 0);
            Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwx------"));
            openToAll(trial.workspace());

            for (String word : List.of(
                    "seven.of.nine@anotherdomain.nu", "nines", "timetravel@anotherdomain.nu", store + "/Maildir/cur")) {
                Ran ran = Cli.asMailOwner().with(trial.options()).run("explain", word);

                assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
                assertThat(ran.out()).contains("Permission denied");
            }
        }

        /** The embedded directory is a file of the workspace, which is root's here. */
        private static void openToAll(Path workspace) throws IOException {
            Files.setPosixFilePermissions(workspace, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(
                    workspace.resolve("directory.ldif"), PosixFilePermissions.fromString("rw-r--r--"));
        }

        @Test
        void printsHostileNamesAsText() throws IOException, InterruptedException {
            Path odd = trial.mailBase().resolve("seven.of.nine/Maildir/.\u001b[31m\u202eborg");
            Files.createDirectories(odd.resolve("cur"));

            assertThat(trial.run("explain", "nines").out())
                    .contains("folders: INBOX, INBOX.\\x1b[31m\\xe2\\x80\\xaeborg\n");
            assertThat(trial.run("explain", odd.toString()).out()).doesNotContain("\u001b", "\u202e");
        }

        @Test
        void saysThatPostfixCanNotBeAsked() throws IOException, InterruptedException {
            Ran ran = trial.run("explain", "ao@anotherdomain.nu", "--live", "--postfix-config=" + folder);

            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.out()).contains("Postfix itself\n  postmap: ", "  <-- unknown\n");
        }

        @Test
        void readsItsSettingsFromAFile() throws IOException, InterruptedException {
            Path settings = trial.file(
                    "vmail.properties",
                    Stream.of(trial.options())
                            .map(option -> option.substring(2) + "\n")
                            .collect(joining()));

            assertThat(Cli.here()
                            .run("explain", "nines", "--settings=" + settings)
                            .code())
                    .isZero();
        }
    }
}
