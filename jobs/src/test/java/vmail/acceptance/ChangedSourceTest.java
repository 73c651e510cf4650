package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
            // what is on the disk is never deleted, but told
            assertThat(Answer.of(imported).findings())
                    .containsExactly("no-stray-subscription " + ALBERT + ": subscribed to " + site.mailBase()
                            + "/shared.maildirs/timetravel.weekly as Timetravel_weekly, no seeAlso says so");
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

            assertThat(plan.out()).isEqualTo("""
                    make %s/shared.maildirs/timetravel.weekly/.special.editions
                    change cn=Albert Onestone,ou=Tokelau,o=company
                      add mailAlternateAddress: albert@anotherdomain.nu
                      delete mailAlternateAddress: ao@anotherdomain.nu
                      delete seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company
                    change cn=Seven of Nine,ou=Tokelau,o=company
                      replace accountStatus: inactive
                    change cn=Timetravel weekly,ou=Tokelau,o=company
                      add postOfficeBox: special.editions
                    plan: done
                    read 3 = 2 accounts + 1 shared + 0 rejected + 0 skipped + 0 lost
                    with 3 aliases and 0 domains
                    directory: would add 0, change 3, leave 0 as they are
                    stores: would make 1
                    findings: none
                    """.formatted(site.mailBase()));
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
            List<String> tree = Tree.of(site.mailBase());

            Ran imported = run(site, slapd, "import", "--no-update", "--format=json", changed(site));

            assertThat(slapd.writes()).hasSize(writes);
            assertThat(slapd.exportWithPasswords()).isEqualTo(before);
            assertThat(Answer.of(imported).findings())
                    .containsExactly(
                            "entry-up-to-date " + ALBERT + ": differs in mailAlternateAddress, seeAlso",
                            "entry-up-to-date " + SEVEN + ": differs in accountStatus",
                            "entry-up-to-date " + TIMETRAVEL + ": differs in postOfficeBox");
            assertThat(Tree.of(site.mailBase())).isEqualTo(tree);
            assertThat(imported.code()).isEqualTo(1);
        }
    }

    @Test
    void isUndoneByTheRunsUndoFile() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Howto.CSV.bring(site, slapd);
            String before = slapd.exportWithPasswords();
            Set<Path> others = undoFiles(site);

            run(site, slapd, "import", changed(site));

            Set<Path> mine = undoFiles(site);
            mine.removeAll(others);
            assertThat(mine).hasSize(1);

            slapd.undo(Files.readString(mine.iterator().next()));

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

            int writes = slapd.writes().size();
            Ran again = run(site, slapd, "import", "--load-inactive", domains.toString(), people);

            assertThat(again.code()).as(again.out()).isZero();
            assertThat(slapd.writes()).hasSize(writes);
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
            assertThat(Answer.of(activated).findings())
                    .contains("maildir-present " + TIMETRAVEL + ": stays as it is, because " + link + " is missing");
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
                .replace("|ao@anotherdomain.nu,active,Timetravel weekly", "|albert@anotherdomain.nu,active,")
                .replace("s.o.9@anotherdomain.nu,active", "s.o.9@anotherdomain.nu,inactive")
                .replace("|future.editions", "|future.editions|special.editions");
        return site.file("changed.csv", text).toString();
    }

    private static Ran run(Site site, Slapd slapd, String... arguments) throws IOException, InterruptedException {
        return Cli.here()
                .with(site.writing(slapd))
                .run(Stream.concat(Arrays.stream(arguments), MailOwner.options().stream())
                        .toArray(String[]::new));
    }

    private static Set<Path> undoFiles(Site site) throws IOException {
        try (Stream<Path> files = Files.walk(site.workspace().resolve("runs"))) {
            return files.filter(file -> file.endsWith("undo.ldif")).collect(Collectors.toSet());
        }
    }

    private static String request(String logged) {
        return logged.substring(logged.indexOf(" op=") + 1).replaceFirst("^op=\\d+ ", "");
    }

    private static List<String> difference(String before, String after) {
        List<String> gone = new ArrayList<>(before.lines().toList());
        List<String> come = new ArrayList<>(after.lines().toList());
        before.lines().forEach(line -> {
            if (come.remove(line)) {
                gone.remove(line);
            }
        });
        return Stream.concat(gone.stream().map("-"::concat), come.stream().map("+"::concat))
                .toList();
    }
}
