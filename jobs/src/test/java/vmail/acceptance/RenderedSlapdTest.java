package vmail.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.lab.Program;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** A real slapd with the configuration that {@code vmail render slapd} writes, not a byte changed. */
class RenderedSlapdTest {

    private static final String BASE = "ou=Tokelau,o=company";

    @ParameterizedTest
    @ValueSource(strings = {"--threshold=note", "--enforce", "--enforce --share-mail"})
    void isConfiguredWithoutWarnings(String options) throws IOException, InterruptedException {
        Program.SLAPTEST.assumeInstalled();
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site, options.split(" ", -1))) {

            String said = slaptest(site, "-u");
            String started = slaptest(site, "-v");

            assertThat(said).isEqualTo("config file testing succeeded\n");
            assertThat(started).isEqualTo("config file testing succeeded\n");
            assertThat(slapd.log().lines().filter(line -> line.contains("warn") || line.contains("not indexed")))
                    .isEmpty();
        }
    }

    @Test
    void letsAnonymousSeeNothing() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site)) {
            slapd.loadSystem();

            try (LDAPConnection anonymous = slapd.connection("", "")) {
                assertThat(code(() -> anonymous.search("o=company", SearchScope.SUB, "(objectClass=*)")))
                        .isEqualTo(ResultCode.NO_SUCH_OBJECT);
            }
        }
    }

    @Test
    void letsTheReaderReadAllAndWriteNothing() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site)) {
            slapd.loadSystem();
            slapd.load(people(520));

            try (LDAPConnection system = slapd.connection(Slapd.SYSTEM, Slapd.SYSTEM_PASSWORD)) {
                assertThat(system.search(BASE, SearchScope.ONE, "(userPassword=*)")
                                .getEntryCount())
                        .isEqualTo(520);
                assertThat(code(() -> system.modify(person(7), replacing("description", "x"))))
                        .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
                assertThat(code(() -> system.modify(Slapd.SYSTEM, replacing("userPassword", "other"))))
                        .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
            }
        }
    }

    @Test
    void letsPeopleChangeTheirPasswordAndSeeNothing() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site)) {
            slapd.loadSystem();
            slapd.load(people(2));

            try (LDAPConnection person = slapd.connection(person(0), "secret0")) {
                person.modify(person(0), replacing("userPassword", "changed0"));
                assertThat(code(() -> person.modify(person(0), replacing("mail", "other@anotherdomain.nu"))))
                        .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
                assertThat(code(() -> person.modify(person(1), replacing("userPassword", "mine"))))
                        .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
                assertThat(code(() -> person.search(BASE, SearchScope.SUB, "(objectClass=*)")))
                        .isEqualTo(ResultCode.NO_SUCH_OBJECT);
            }

            assertThat(slapd.admits(person(0), "changed0")).isTrue();
            assertThat(slapd.admits(person(1), "secret1")).isTrue();
        }
    }

    @Test
    void comparesPasswordsThatOnlyAModuleKnows() throws Exception {
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-512").digest("secret0".getBytes(UTF_8)));
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site)) {
            slapd.loadSystem();
            slapd.load(people(1).replace("userPassword: secret0", "userPassword: {SHA512}" + digest));

            assertThat(slapd.admits(person(0), "secret0")).isTrue();
            assertThat(slapd.admits(person(0), "secret1")).isFalse();
        }
    }

    @Test
    void takesTheHowtosPeopleWhereItEnforcesTheRules() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site, "--enforce")) {

            Ran imported = Howto.LDIF.bring(site, slapd);

            assertThat(imported.code()).as(imported.toString()).isZero();
            assertThat(Howto.LDIF.bring(site, slapd).code()).isZero();
            assertThat(slapd.entries()).hasSize(9);
        }
    }

    @Test
    void refusesWhatWouldLoseMail() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site, "--enforce")) {
            slapd.loadSystem();
            slapd.load(at(site, people(2)));
            List<Modification> losing = List.of(
                    new Modification(ModificationType.ADD, "mail", "seven@mydomain.nl"),
                    replacing("mail", "User0@AnotherDomain.nu"),
                    replacing("uid", "User0"),
                    replacing("accountStatus", "actve"),
                    replacing("mailMessageStore", site.mailBase() + "/user1/Maildir"),
                    replacing("mailMessageStore", "user1/Maildir/"),
                    replacing("mailMessageStore", "/etc/Maildir/"),
                    replacing("mailMessageStore", site.mailBase() + "/user0/Maildir/"));

            try (LDAPConnection admin = slapd.connection()) {
                for (Modification each : losing) {
                    assertThat(code(() -> admin.modify(person(1), each)))
                            .as(each.toString())
                            .isEqualTo(ResultCode.CONSTRAINT_VIOLATION);
                }
                admin.modify(person(1), replacing("mail", "seven@mydomain.nl"));
            }
        }
    }

    @Test
    void refusesThemInNewEntriesToo() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site, "--enforce")) {
            slapd.loadSystem();
            slapd.load(at(site, people(1)));
            String another = at(site, people(2)).split("\n\n", -1)[1] + "\n";

            assertThat(code(() -> slapd.load(another.replace("mail: user1@", "mail: user0@"))))
                    .isEqualTo(ResultCode.CONSTRAINT_VIOLATION);
            assertThat(code(() -> slapd.load(another.replace("uid: user1", "uid: user0"))))
                    .isEqualTo(ResultCode.CONSTRAINT_VIOLATION);
            assertThat(code(() -> slapd.load(another.replace("/user1/Maildir/", "/user1/Maildir"))))
                    .isEqualTo(ResultCode.CONSTRAINT_VIOLATION);
            slapd.load(another);
        }
    }

    @Test
    void letsSharedAccountsHaveTheSameUid() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site, "--enforce")) {
            slapd.loadSystem();
            String shared = at(site, people(2))
                    .replaceAll("uid: user\\d", "uid: incoming")
                    .replace("accountStatus: active", "accountStatus: shared");

            slapd.load(shared);

            assertThat(slapd.entries()).hasSize(7);
        }
    }

    @Test
    void letsMailBeSharedWhereThatIsWanted() throws Exception {
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site, "--enforce", "--share-mail")) {
            slapd.loadSystem();
            slapd.load(at(site, people(2)));

            try (LDAPConnection admin = slapd.connection()) {
                admin.modify(person(1), replacing("mail", "user0@anotherdomain.nu"));
                admin.modify(person(1), new Modification(ModificationType.ADD, "mail", "seven@mydomain.nl"));
                assertThat(code(() -> admin.modify(person(1), replacing("uid", "user0"))))
                        .isEqualTo(ResultCode.CONSTRAINT_VIOLATION);
            }
        }
    }

    @Test
    void takesTheSchemaThroughItsOwnConfiguration() throws Exception {
        Program.SLAPTEST.assumeInstalled();
        try (Site site = Site.open();
                Slapd slapd = Slapd.rendered(site)) {
            slapd.kill();
            Path folder = site.folder().resolve("configuration");
            String conf = Files.readString(folder.resolve("slapd.conf"));
            Files.writeString(
                    folder.resolve("bare.conf"),
                    conf.replaceAll("(?m)^include .*qmail.schema.*$", "").replaceAll("(?ms)^database mdb.*", ""));
            Path config = Files.createDirectory(folder.resolve("config"));

            String said = shell(
                    "slaptest -f \"$1/bare.conf\" -F \"$2\" && slapadd -n 0 -F \"$2\" -l \"$1/qmail.ldif\" && slapcat -n 0 -F \"$2\"",
                    folder.toString(),
                    config.toString());

            assertThat(said).contains("\ndn: cn={4}qmail,cn=schema,cn=config\n", "NAME 'mailMessageStore'");
        }
    }

    private static String slaptest(Site site, String option) throws IOException, InterruptedException {
        return shell(
                "slaptest \"$1\" -f \"$2\"",
                option,
                site.folder().resolve("configuration/slapd.conf").toString());
    }

    /** All that it says, warnings too. */
    private static String shell(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + ":" + sbin);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String people(int count) {
        return IntStream.range(0, count).mapToObj(RenderedSlapdTest::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(int number) {
        return """
                dn: %1$s
                objectClass: inetOrgPerson
                objectClass: qmailUser
                cn: User %2$d
                sn: User
                uid: user%2$d
                userPassword: secret%2$d
                accountStatus: active
                mail: user%2$d@anotherdomain.nu
                mailMessageStore: /vmail/user%2$d/Maildir/
                """.formatted(person(number), number);
    }

    private static String at(Site site, String ldif) {
        return ldif.replace("/vmail/", site.mailBase() + "/");
    }

    private static String person(int number) {
        return "cn=User " + number + "," + BASE;
    }

    private static Modification replacing(String attribute, String value) {
        return new Modification(ModificationType.REPLACE, attribute, value);
    }

    private static ResultCode code(ThrowingCallable request) {
        return ((LDAPException) catchThrowable(request)).getResultCode();
    }
}
