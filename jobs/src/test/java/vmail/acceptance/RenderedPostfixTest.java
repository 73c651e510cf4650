package vmail.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.MailOwner;
import vmail.lab.Program;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** A real Postfix's programs with the configuration that {@code vmail render postfix} writes, not a byte changed. */
class RenderedPostfixTest {

    private static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";
    private static final String SEVEN = "cn=Seven of Nine,ou=Tokelau,o=company";

    /** What Debian's package writes, as far as it matters here. */
    private static final String OF_DEBIAN = """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            myhostname = mail.example
            # what the package asks for
            mydestination = $myhostname, mail.example, localhost
            mynetworks = 127.0.0.0/8
            """;

    private Site site;
    private Slapd slapd;

    @BeforeEach
    void start() throws IOException, InterruptedException, LDAPException, LDIFException {
        for (Program each : List.of(Program.SLAPD, Program.POSTFIX, Program.POSTFIX_LDAP, Program.POSTMAP)) {
            each.assumeInstalled();
        }
        site = Site.open();
        slapd = Slapd.rendered(site);
        slapd.load(Site.sample("howto/expected/directory.ldif"));
        slapd.giveSystemItsPassword();
    }

    @AfterEach
    void stop() {
        slapd.close();
        site.close();
    }

    @Test
    void findsTheStoreOfEachAddress() throws IOException, InterruptedException {
        render();

        assertThat(query(
                        "mailboxes.cf",
                        "albert.onestone@anotherdomain.nu",
                        "AO@AnotherDomain.nu",
                        "s.o.9@anotherdomain.nu"))
                .containsExactly(
                        "/vmail/albert.onestone/Maildir/",
                        "/vmail/albert.onestone/Maildir/",
                        "/vmail/seven.of.nine/Maildir/");
        assertThat(query("mailboxes.cf", "timetravel@anotherdomain.nu"))
                .containsExactly("/vmail/shared/timetravel.weekly/incoming/");
        assertThat(query("mailboxes.cf", "nobody@anotherdomain.nu", "*@anotherdomain.nu", "anotherdomain.nu"))
                .containsExactly("", "", "");
    }

    @Test
    void findsWhomAnAddressMeans() throws IOException, InterruptedException, LDAPException {
        render();

        assertThat(query(
                        "aliases.cf",
                        "ao@anotherdomain.nu",
                        "albert.onestone@anotherdomain.nu",
                        "timetravel@anotherdomain.nu"))
                .containsExactly(
                        "albert.onestone@anotherdomain.nu",
                        "albert.onestone@anotherdomain.nu",
                        "timetravel@anotherdomain.nu");
        change(SEVEN, ModificationType.REPLACE, "accountStatus", "inactive");
        assertThat(query("aliases.cf", "s.o.9@anotherdomain.nu")).containsExactly("");
    }

    @Test
    void findsOurDomainsAndNoOthers() throws IOException, InterruptedException {
        render();

        // that there is an answer is what counts, each domain of the entry is in it
        assertThat(query("domains.cf", "anotherdomain.nu", "AnotherDomain.NU", "mydomain.nl", "elsewhere.nu", "*"))
                .containsExactly(
                        "anotherdomain.nu,testdomain.nu", "anotherdomain.nu,testdomain.nu", "mydomain.nl", "", "");
    }

    @Test
    void findsEachAccountWhereMailIsShared() throws IOException, InterruptedException, LDAPException {
        render("--share-mail");
        change(SEVEN, ModificationType.REPLACE, "mail", "albert.onestone@anotherdomain.nu");
        change(SEVEN, ModificationType.ADD, "mail", "seven@anotherdomain.nu");

        List<String> both = accounts("albert.onestone@anotherdomain.nu");

        assertThat(both).hasSize(2).allMatch(address -> address.matches("[0-9a-f-]{36}@store\\.invalid"));
        assertThat(new TreeSet<>(query("mailboxes.cf", both.toArray(String[]::new))))
                .containsExactly("/vmail/albert.onestone/Maildir/", "/vmail/seven.of.nine/Maildir/");
        assertThat(accounts("seven@anotherdomain.nu")).hasSize(1);
        assertThat(accounts("s.o.9@anotherdomain.nu")).isEqualTo(accounts("seven@anotherdomain.nu"));
        assertThat(accounts("ao@anotherdomain.nu")).hasSize(1);
        assertThat(query("aliases.cf", both.toArray(String[]::new))).containsExactly("", "");
        assertThat(query("mailboxes.cf", "albert.onestone@anotherdomain.nu", "*@store.invalid"))
                .containsExactly("", "");

        change(ALBERT, ModificationType.REPLACE, "accountStatus", "inactive");
        assertThat(accounts("albert.onestone@anotherdomain.nu")).hasSize(1);
    }

    @Test
    void bindsWithAnyPassword() throws IOException, InterruptedException, LDAPException {
        String odd = "a$b #c\"d\\e;%s`x=y$$z,\u00fc'{}";
        change(Slapd.SYSTEM, ModificationType.REPLACE, "userPassword", odd);
        Files.writeString(site.folder().resolve("system.password"), odd + "\n");

        render();

        assertThat(query("domains.cf", "mydomain.nl")).containsExactly("mydomain.nl");
    }

    @Test
    void isConfiguredWithoutWarningsWhereItsLinesAreAppended() throws IOException, InterruptedException {
        assumeTrue(MailOwner.isRoot(), "SKIPPED: postfix check is for root");
        render();
        Path main = configuration(OF_DEBIAN.replaceAll("(?m)^mydestination.*\n", ""));

        Files.writeString(main, Files.readString(main) + Files.readString(maps().resolve("main.cf")));

        assertThat(run("postfix -c \"$1\" check", etc())).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void isConfiguredByTheCommandThatIsPrinted() throws IOException, InterruptedException {
        assumeTrue(MailOwner.isRoot(), "SKIPPED: postfix check is for root");
        Path main = configuration(OF_DEBIAN);
        String command = render().out()
                .lines()
                .filter(line -> line.contains("postconf -e"))
                .findFirst()
                .orElseThrow()
                .replace("postconf -e", "postconf -c \"$1\" -e");

        assertThat(run(command, etc())).isEqualTo(new Ran(0, "", ""));
        // a second time nothing changes
        String once = Files.readString(main);
        assertThat(run(command, etc())).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(main)).isEqualTo(once);

        assertThat(run("postfix -c \"$1\" check", etc())).isEqualTo(new Ran(0, "", ""));
        assertThat(run(
                                "postconf -c \"$1\" -h mydestination local_transport virtual_uid_maps virtual_mailbox_maps",
                                etc())
                        .out())
                .isEqualTo("""
                        $myhostname, localhost.$mydomain, localhost, ldap:$config_directory/vmail/domains.cf
                        virtual
                        static:5000
                        ldap:$config_directory/vmail/mailboxes.cf
                        """);
        assertThat(run(
                        "postmap -c \"$1\" -q ao@anotherdomain.nu \"$(postconf -c \"$1\" -xh virtual_alias_maps)\"",
                        etc()))
                .isEqualTo(new Ran(0, "albert.onestone@anotherdomain.nu\n", ""));
    }

    @Test
    void givesTheMapsToPostfixWhereRootWritesThem() throws IOException, InterruptedException {
        assumeTrue(MailOwner.isRoot(), "SKIPPED: only root can give files to a group");

        render();

        for (String map : List.of("mailboxes.cf", "aliases.cf", "domains.cf")) {
            PosixFileAttributes found = Files.readAttributes(maps().resolve(map), PosixFileAttributes.class);
            assertThat(found.owner() + ":" + found.group()).isEqualTo("root:postfix");
        }
    }

    /** Into the folder beside main.cf where the rendered settings expect the maps. */
    private Ran render(String... options) throws IOException, InterruptedException {
        Files.createDirectories(maps().getParent());
        Ran ran = Cli.here()
                .with(options)
                .run(
                        "render",
                        "postfix",
                        "--into=" + maps(),
                        "--ldap-url=" + slapd.url(),
                        "--reader-password-file=" + site.folder().resolve("system.password"),
                        "--account-base=ou=Tokelau,o=company",
                        "--system-base=ou=postfix,ou=System,o=company",
                        "--owner=5000:5000");
        assertThat(ran.code()).as(ran.err()).isZero();
        // the machine's own need not be configured
        Files.writeString(etc().resolve("main.cf"), "");
        return ran;
    }

    private Path etc() {
        return site.folder().resolve("etc");
    }

    private Path maps() {
        return etc().resolve("vmail");
    }

    private Path configuration(String main) throws IOException {
        Files.createDirectories(etc());
        for (String each : List.of("queue", "data")) {
            Files.createDirectory(site.folder().resolve(each));
        }
        Files.setOwner(
                site.folder().resolve("data"),
                etc().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        Files.writeString(etc().resolve("master.cf"), "pickup unix n - n 60 1 pickup\n");
        return Files.writeString(etc().resolve("main.cf"), main.formatted(site.folder()));
    }

    private void change(String dn, ModificationType how, String attribute, String value) throws LDAPException {
        try (LDAPConnection admin = slapd.connection()) {
            admin.modify(dn, new Modification(how, attribute, value));
        }
    }

    private List<String> accounts(String address) throws IOException, InterruptedException {
        return Arrays.stream(query("aliases.cf", address).get(0).split(",", -1))
                .sorted()
                .toList();
    }

    /** One answer for each key, empty where there is none. */
    private List<String> query(String map, String... keys) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (String key : keys) {
            Ran ran = run("postmap -c \"$1\" -q \"$2\" \"ldap:$3\"", etc(), key, maps().resolve(map));
            assertThat(ran.err()).isEmpty();
            answers.add(ran.out().strip());
        }
        return answers;
    }

    private static Ran run(String script, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        Path err = Files.createTempFile("vmail-err", null);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + ":" + sbin);
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }
}
