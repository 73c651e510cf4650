package vmail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Ran;

class RenderCommandTest {

    private static final List<String> POSTFIX = List.of("aliases.cf", "domains.cf", "mailboxes.cf", "main.cf");
    private static final List<String> COURIER = List.of("authdaemonrc", "authldaprc");
    private static final List<String> SLAPD = List.of("qmail.ldif", "qmail.schema", "rootpw.conf", "slapd.conf");

    @TempDir
    Path temporary;

    private Path into;

    @BeforeEach
    void name() {
        into = temporary.resolve("made");
    }

    @Test
    void writesPostfixAndTellsWhatToType() throws IOException, InterruptedException {
        Ran ran = render("postfix");

        assertThat(ran).isEqualTo(new Ran(0, """
                wrote %1$s/main.cf (mode 0644)
                wrote %1$s/mailboxes.cf (mode 0640, for group postfix)
                wrote %1$s/aliases.cf (mode 0640, for group postfix)
                wrote %1$s/domains.cf (mode 0640, for group postfix)

                Next, as root where the servers run:
                  install -d /etc/postfix/vmail
                  install -b -m 640 -g postfix %1$s/mailboxes.cf %1$s/aliases.cf %1$s/domains.cf /etc/postfix/vmail
                  grep '^[a-z]' %1$s/main.cf | xargs -d '\\n' postconf -e
                  postmap -q ADDRESS ldap:/etc/postfix/vmail/mailboxes.cf
                  postfix check && postfix reload
                """.formatted(into), ""));
        assertThat(names()).isEqualTo(POSTFIX);
        assertThat(lines("mailboxes.cf"))
                .contains(
                        "bind_dn = ou=System,o=company",
                        "bind_pw = system$ecret",
                        "search_base = ou=Tokelau,o=company");
        assertThat(lines("main.cf")).contains("virtual_uid_maps = static:5000", "virtual_gid_maps = static:5001");
    }

    @Test
    void writesCourierAndTellsWhatToType() throws IOException, InterruptedException {
        Ran ran = render("courier");

        assertThat(ran.out()).endsWith("""

                Next, as root where the servers run:
                  install -d /etc/courier
                  install -b -m 640 -g courier %1$s/authldaprc %1$s/authdaemonrc /etc/courier
                  service courier-authdaemon restart
                  authtest -s imap UID
                """.formatted(into));
        assertThat(names()).isEqualTo(COURIER);
        assertThat(lines("authldaprc"))
                .contains("LDAP_BINDPW\tsystem$ecret", "LDAP_GLOB_UID\t5000", "LDAP_GLOB_GID\t5001");
    }

    @Test
    void writesSlapdAndTellsWhatToType() throws IOException, InterruptedException {
        Ran ran = render("slapd", "--slapd-folder=/etc/ldap/our mail");

        assertThat(ran.out()).endsWith("""

                Next, as root where the servers run:
                  install -d '/etc/ldap/our mail'
                  install -b -m 640 -g openldap %1$s/rootpw.conf '/etc/ldap/our mail'
                  install -b -m 644 %1$s/slapd.conf %1$s/qmail.schema '/etc/ldap/our mail'
                  install -d -m 700 -o openldap -g openldap /var/lib/ldap/vmail
                  slaptest -u -f '/etc/ldap/our mail/slapd.conf'
                  echo SLAPD_CONF='/etc/ldap/our mail/slapd.conf' >>/etc/default/slapd && service slapd restart
                  # or, for the schema alone where slapd is configured through cn=config:
                  ldapadd -Y EXTERNAL -H ldapi:/// -f %1$s/qmail.ldif
                """.formatted(into));
        assertThat(names()).isEqualTo(SLAPD);
        assertThat(lines("slapd.conf"))
                .contains("suffix \"o=company\"", "rootdn \"cn=admin,o=company\"")
                .contains("include \"/etc/ldap/our mail/rootpw.conf\"", "directory \"/var/lib/ldap/vmail\"");
    }

    @Test
    void writesAllAtOnce() throws IOException, InterruptedException {
        Ran ran = render(
                "all", "--enforce", "--share-mail", "--postfix-folder=/srv/maps", "--database-directory=/srv/db");

        assertThat(ran.code()).isZero();
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(POSTFIX, COURIER, SLAPD).flatMap(List::stream).toList());
        assertThat(lines("main.cf"))
                .contains("virtual_mailbox_maps = ldap:/srv/maps/mailboxes.cf")
                .contains(
                        "mydestination = $myhostname, localhost.$mydomain, localhost, store.invalid, ldap:/srv/maps/domains.cf");
        assertThat(lines("aliases.cf")).contains("result_format = %s@store.invalid");
        assertThat(lines("slapd.conf"))
                .contains("directory \"/srv/db\"", "overlay constraint", "overlay unique")
                .doesNotContain("constraint_attribute mail count 1");
    }

    @Test
    void showsNoPassword() throws IOException, InterruptedException {
        Ran text = render("all");
        Ran again = render("all");

        assertThat(text.out() + text.err() + again.out() + again.err()).doesNotContain("ecret");
        assertThat(Files.readString(into.resolve("rootpw.conf"))).doesNotContain("adminsecret");
        for (String open : List.of("main.cf", "slapd.conf", "qmail.schema", "qmail.ldif")) {
            assertThat(Files.readString(into.resolve(open))).doesNotContain("ecret", "SSHA}");
        }
    }

    @Test
    void answersProgramsInJson() throws IOException, InterruptedException {
        Json json = Json.of(render("courier", "--format=json").out());

        assertThat(json.keys()).containsExactly("files", "next");
        assertThat(json.each("files", "path")).containsExactly(into + "/authldaprc", into + "/authdaemonrc");
        assertThat(json.each("files", "mode")).containsExactly("0640", "0640");
        assertThat(json.each("files", "group")).containsExactly("courier", "courier");
    }

    @Test
    void replacesNoFile() throws IOException, InterruptedException {
        render("courier");

        Ran ran = render("all");

        assertThat(ran)
                .isEqualTo(new Ran(
                        5,
                        "",
                        "vmail: nothing is written: %1$s/authldaprc, %1$s/authdaemonrc are already there. Move them away, or name"
                                        .formatted(into)
                                + " another folder\n"));
        assertThat(names()).isEqualTo(COURIER);
    }

    @Test
    void takesTheReaderFromTheSettingsWhereVmailReadsAsTheSame() throws IOException, InterruptedException {
        Ran ran = cli().run(
                        "render",
                        "all",
                        "--into=" + into,
                        "--ldap-url=ldap://localhost",
                        "--bind-dn=OU=system, o=Company",
                        "--bind-password-file=" + password("system.password", "system$ecret"),
                        "--reader-dn=ou=System,o=company",
                        "--account-base=ou=Tokelau,o=company",
                        "--system-base=ou=domains,o=company",
                        "--owner=5000:5001");

        assertThat(ran.code()).isZero();
        assertThat(names()).doesNotContain("rootpw.conf");
        assertThat(lines("slapd.conf")).contains("rootdn \"cn=admin,o=company\"");
        assertThat(lines("domains.cf")).contains("bind_dn = ou=System,o=company", "bind_pw = system$ecret");
    }

    @Test
    void rendersSlapdBeforeThereIsOne() throws IOException, InterruptedException {
        Ran ran = cli().run(
                        "render",
                        "slapd",
                        "--into=" + into,
                        "--account-base=ou=people,dc=mail,dc=example,dc=org",
                        "--system-base=ou=postfix,ou=System,dc=mail,dc=example,dc=org");

        assertThat(ran.code()).isZero();
        assertThat(lines("slapd.conf"))
                .contains("suffix \"dc=mail,dc=example,dc=org\"", "rootdn \"cn=admin,dc=mail,dc=example,dc=org\"")
                .contains("limits dn.exact=\"ou=System,dc=mail,dc=example,dc=org\" size=unlimited time=unlimited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postfix | --ldap-url=embedded | no directory that servers can ask: give --ldap-url ldap://HOST",
                "slapd | --reader-dn=ou=System,o=elsewhere | one database can not hold ou=Tokelau,o=company and"
                        + " ou=System,o=elsewhere and ou=postfix,ou=System,o=company and cn=admin,o=company: there is no entry"
                        + " above them all. Give --reader-dn and --bind-dn in the same tree",
                "postfix | --share-mail --share-mail-domain=a/b | not a domain: a/b",
                "postfix | '--postfix-folder=/a,b' | the folder of Postfix's maps can not be written into main.cf: /a,b has a"
                        + " blank, a comma or a brace in it",
                "courier | --reader-dn=System | --reader-dn: not a DN: System. Write it like ou=Tokelau,o=company",
            })
    void saysWhichSettingDoesNotFit(String target, String options, String message)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(target));
        arguments.addAll(Arrays.asList(options.split(" ", -1)));

        Ran ran = render(arguments.toArray(String[]::new));

        assertThat(ran).isEqualTo(new Ran(2, "", "vmail: " + message + "\n"));
        assertThat(into).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postfix | no system base: give --system-base, e.g. --system-base ou=postfix,ou=System,o=company",
                "courier | no directory that servers can ask: give --ldap-url ldap://HOST",
                "slapd | no account base: give --account-base, e.g. --account-base ou=Tokelau,o=company",
            })
    void asksForWhatIsMissing(String target, String message) throws IOException, InterruptedException {
        Ran ran = cli().run("render", target, "--into=" + into);

        assertThat(ran).isEqualTo(new Ran(2, "", "vmail: " + message + "\n"));
    }

    @Test
    void sendsNoPasswordInClearTextToAnotherHost() throws IOException, InterruptedException {
        Ran refused = render("postfix", "--ldap-url=ldap://192.0.2.1");
        Ran allowed = render("postfix", "--ldap-url=ldap://192.0.2.1", "--allow-plaintext");

        assertThat(refused)
                .isEqualTo(
                        new Ran(
                                5,
                                "",
                                "vmail: the password of ou=System,o=company would cross the network to 192.0.2.1 in clear text. Use"
                                        + " ldaps:// or --start-tls, or --allow-plaintext where the network itself is protected.\n"));
        assertThat(allowed.code()).isZero();
    }

    @Test
    void refusesAPasswordThatOthersCanRead() throws IOException, InterruptedException {
        Path file = password("open.password", "canary4711");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Ran ran = render("postfix", "--reader-password-file=" + file);

        assertThat(ran)
                .isEqualTo(new Ran(
                        5,
                        "",
                        "vmail: others than its owner can use the bind password file %1$s (rw-r--r--). Run: chmod 600 %1$s\n"
                                .formatted(file)));
    }

    @Test
    void namesTheFolderThatIsMissing() throws IOException, InterruptedException {
        into = temporary.resolve("a b/made");

        assertThat(render("courier").err())
                .isEqualTo("vmail: there is no folder to make %1$s/a b/made in. Make it: mkdir -p '%1$s/a b'\n"
                        .formatted(temporary));
    }

    /** The options of the howto's site; those that are given replace them. */
    private Ran render(String... given) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("render"));
        arguments.addAll(Arrays.asList(given));
        arguments.add("--into=" + into);
        for (String option : List.of(
                "--ldap-url=ldap://localhost",
                "--bind-dn=cn=admin,o=company",
                "--bind-password-file=" + password("admin.password", "adminsecret"),
                "--reader-password-file=" + password("system.password", "system$ecret"),
                "--account-base=ou=Tokelau,o=company",
                "--system-base=ou=postfix,ou=System,o=company",
                "--owner=5000:5001")) {
            String name = option.substring(0, option.indexOf('=') + 1);
            if (arguments.stream().noneMatch(each -> each.startsWith(name))) {
                arguments.add(option);
            }
        }
        return cli().run(arguments.toArray(String[]::new));
    }

    private static Cli cli() {
        return Cli.here();
    }

    private Path password(String name, String password) throws IOException {
        Path file = Files.writeString(temporary.resolve(name), password + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(into)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(into.resolve(name));
    }
}
