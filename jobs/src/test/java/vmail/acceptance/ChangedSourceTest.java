package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.lab.Tree;

/** What a source that differs from the directory changes there, and what it does not. */
class ChangedSourceTest {

    private static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";
    private static final String SEVEN = "cn=Seven of Nine,ou=Tokelau,o=company";
    private static final String TIMETRAVEL = "cn=Timetravel weekly,ou=Tokelau,o=company";

    @Test
    void changesOnlyWhatDiffers() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Howto.CSV.bring(site, slapd);
            String before = slapd.exportWithPasswords();
            int writes = slapd.writes().size();

            Ran imported = run(site, slapd, "import", "--format=json", changed(site));

            assertThat(slapd.writes().stream().skip(writes).map(ChangedSourceTest::request))
                    .containsExactlyInAnyOrder(
                            "MOD dn=\"" + ALBERT + "\"", "MOD dn=\"" + SEVEN + "\"", "MOD dn=\"" + TIMETRAVEL + "\"");
            assertThat(difference(before, slapd.exportWithPasswords()))
                    .containsExactlyInAnyOrder(
                            "+mailAlternateAddress: albert@anotherdomain.nu",
                            "-mailAlternateAddress: ao@anotherdomain.nu",
                            "-accountStatus: active",
                            "+accountStatus: inactive",
                            "-seeAlso: " + TIMETRAVEL,
                            "+postOfficeBox: special.editions");
            assertThat(Answer.of(imported).number("changed")).isEqualTo(3);
            assertThat(site.mailBase().resolve("shared.maildirs/timetravel.weekly/.special.editions/maildirfolder"))
                    .isEmptyFile();
            // mail that was delivered is nobody's to delete; the audit names what nobody is subscribed for
            assertThat(Answer.of(imported).findings()).containsExactly("no-stray-subscription : x");
            assertThat(imported.code()).isEqualTo(1);
        }
    }

    @Test
    void isShownByAPlanAttributeByAttributeBeforeAnythingIsWritten()
            throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Howto.CSV.bring(site, slapd);
            slapd.giveSystemItsPassword();
            int writes = slapd.writes().size();
            List<String> tree = Tree.of(site.mailBase());

            Ran plan = Cli.here().with(site.reading(slapd)).run("plan", changed(site));

            assertThat(plan.out()).isEqualTo("x");
            assertThat(slapd.writes()).hasSize(writes);
            assertThat(Tree.of(site.mailBase())).isEqualTo(tree);
            assertThat(plan.code()).isZero();
        }
    }

    @Test
    void isOnlyReportedWhereNoUpdateIsAskedFor() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Howto.CSV.bring(site, slapd);
            String before = slapd.exportWithPasswords();
            int writes = slapd.writes().size();

            Ran imported = run(site, slapd, "import", "--no-update", "--format=json", changed(site));

            assertThat(slapd.writes()).hasSize(writes);
            assertThat(slapd.exportWithPasswords()).isEqualTo(before);
            assertThat(Answer.of(imported).findings()).containsExactly("entry-up-to-date : x");
            assertThat(imported.code()).isEqualTo(1);
        }
    }

    @Test
    void isUndoneByTheRunsUndoFile() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Howto.CSV.bring(site, slapd);
            String before = slapd.exportWithPasswords();
            run(site, slapd, "import", changed(site));
            Path undo = only(site, "undo.ldif");

            slapd.undo(Files.readString(undo));

            assertThat(slapd.exportWithPasswords()).isEqualTo(before);
        }
    }

    @Test
    void goesInWithoutBeingActiveUntilTheHourOfTheCutOver() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Path domains = site.file("domains.ldif", Site.sample("howto/domains.ldif"));
            String people =
                    site.file("accounts.csv", Site.sample("howto/accounts.csv")).toString();

            Ran loaded = run(site, slapd, "import", "--create-parents", "--load-inactive", domains.toString(), people);

            assertThat(loaded.code()).as(loaded.out()).isZero();
            assertThat(slapd.export().lines().filter(line -> line.startsWith("accountStatus")))
                    .containsOnly("accountStatus: inactive")
                    .hasSize(3);

            Ran activated = run(site, slapd, "activate", "--format=json", people);

            assertThat(activated.code()).as(activated.toString()).isZero();
            assertThat(Answer.of(activated).number("changed")).isEqualTo(3);
            assertThat(slapd.exportWithPasswords().replace(site.mailBase().toString(), "/vmail"))
                    .isEqualTo(Site.sample("howto/expected/directory.ldif"));
            assertThat(String.join("\n", Tree.of(site.mailBase())) + "\n")
                    .isEqualTo(Site.sample("howto/expected/tree.txt"));
        }
    }

    @Test
    void staysInactiveWhereAStoreIsGone() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Path domains = site.file("domains.ldif", Site.sample("howto/domains.ldif"));
            String people =
                    site.file("accounts.csv", Site.sample("howto/accounts.csv")).toString();
            run(site, slapd, "import", "--create-parents", "--load-inactive", domains.toString(), people);
            Path link = site.mailBase().resolve("shared/timetravel.weekly/incoming");
            Files.delete(link);

            Ran activated = run(site, slapd, "activate", "--format=json", people);

            assertThat(slapd.export().lines().filter(line -> line.startsWith("accountStatus")))
                    .containsExactly("accountStatus: active", "accountStatus: active", "accountStatus: inactive");
            assertThat(Answer.of(activated).findings()).contains("x");
            assertThat(activated.code()).isEqualTo(1);
        }
    }

    @Test
    void namesTheParentThatIsMissing() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            String people =
                    site.file("accounts.csv", Site.sample("howto/accounts.csv")).toString();

            Ran imported = run(site, slapd, "import", people);

            assertThat(imported.code()).isEqualTo(3);
            assertThat(imported.err())
                    .isEqualTo(
                            "vmail: o=company is not in the directory, or hidden from this bind DN. Check the base DN,"
                                    + " or let it be made with --create-parents.\n");
            assertThat(slapd.writes()).isEmpty();
        }
    }

    /** The howto's accounts as somebody would change them. */
    private static String changed(Site site) throws IOException {
        String text = Site.sample("howto/accounts.csv")
                .replace("|ao@anotherdomain.nu", "|albert@anotherdomain.nu")
                .replace("s.o.9@anotherdomain.nu,active,Timetravel weekly", "s.o.9@anotherdomain.nu,inactive,")
                .replace("|future.editions", "|future.editions|special.editions");
        return site.file("changed.csv", text).toString();
    }

    private static Ran run(Site site, Slapd slapd, String... arguments) throws IOException, InterruptedException {
        return Cli.here()
                .with(site.writing(slapd))
                .run(Stream.concat(Arrays.stream(arguments), MailOwner.options().stream())
                        .toArray(String[]::new));
    }

    /** The file of the last run. */
    private static Path only(Site site, String name) throws IOException {
        try (Stream<Path> files = Files.walk(site.workspace().resolve("runs"))) {
            return files.filter(file -> file.endsWith(name))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private static String request(String logged) {
        return logged.substring(logged.indexOf(" op=") + 1).replaceFirst("^op=\\d+ ", "");
    }

    private static List<String> difference(String before, String after) {
        List<String> then = before.lines().toList();
        List<String> now = after.lines().toList();
        return Stream.concat(
                        then.stream().filter(line -> !now.contains(line)).map("-"::concat),
                        now.stream().filter(line -> !then.contains(line)).map("+"::concat))
                .toList();
    }
}
