package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmail.lab.MailOwner;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** Each thing that is wrong with the directory is found, and nothing beside it. */
class DirectoryDoctorTest {

    private static final String READER = "by dn.exact=\"ou=System,o=company\" ";
    private static final String FIRST_RULE = "access to attrs=userPassword";

    @RegisterExtension
    static final Ward WARD = new Ward();

    private static String configuration = "";
    private static String schema = "";

    @BeforeAll
    static void keepWhatIsRight() throws IOException {
        Site site = patient().site();
        configuration = Files.readString(site.slapd().resolve("slapd.conf"));
        schema = Files.readString(site.slapd().resolve("qmail.schema"));
    }

    @AfterEach
    void cure() throws IOException, InterruptedException {
        write("slapd.conf", configuration);
        write("qmail.schema", schema);
        if (wasSpoilt) {
            patient().slapd().restart();
        }
    }

    private boolean wasSpoilt;

    /** A line of slapd.conf or qmail.schema that is different. */
    record Change(String name, String file, String text, String other, List<String> findings) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                access("stores hidden", "access to attrs=mailMessageStore by * none", "attributes-readable"),
                access(
                        "shared folders may be searched for and not read",
                        "access to attrs=seeAlso " + READER + "search by * none",
                        "attributes-readable"),
                access(
                        "boxes hidden, which only some accounts have",
                        "access to attrs=postOfficeBox by * none",
                        "attributes-readable"),
                access(
                        "passwords hidden",
                        "access to attrs=userPassword by anonymous auth by * none",
                        "passwords-readable"),
                access(
                        "open to all but passwords",
                        "access to attrs=userPassword " + READER
                                + "read by anonymous auth by * none\naccess to * by * read",
                        "closed-to-anonymous"),
                access("open to all", "access to * by * read", "closed-to-anonymous", "passwords-closed-to-anonymous"),
                new Change(
                        "size limit",
                        "slapd.conf",
                        "sizelimit unlimited",
                        "sizelimit 2",
                        List.of("directory-read-whole")),
                new Change(
                        "several stores",
                        "qmail.schema",
                        "SUBSTR caseExactIA5SubstringsMatch\n    SYNTAX 1.3.6.1.4.1.1466.115.121.1.26 SINGLE-VALUE",
                        "SUBSTR caseExactIA5SubstringsMatch\n    SYNTAX 1.3.6.1.4.1.1466.115.121.1.26",
                        List.of("schema-single-valued")),
                new Change(
                        "stores without regard to case",
                        "qmail.schema",
                        "EQUALITY caseExactIA5Match\n    SUBSTR caseExactIA5SubstringsMatch",
                        "EQUALITY caseIgnoreIA5Match\n    SUBSTR caseIgnoreIA5SubstringsMatch",
                        List.of("schema-matching")),
                new Change(
                        "integer for qmailUID",
                        "qmail.schema",
                        "EQUALITY numericStringMatch\n    SYNTAX 1.3.6.1.4.1.1466.115.121.1.36 SINGLE-VALUE",
                        "EQUALITY integerMatch\n    SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE",
                        List.of("schema-numeric-matching")));
    }

    private static Change access(String name, String line, String... findings) {
        return new Change(name, "slapd.conf", FIRST_RULE, line + "\n" + FIRST_RULE, List.of(findings));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void findsWhatIsWrongWithTheServer(Change change) throws IOException, InterruptedException {
        String text = change.file.equals("slapd.conf") ? configuration : schema;
        assertThat(text).contains(change.text);
        spoil(change.file, text.replaceFirst(Pattern.quote(change.text), Matcher.quoteReplacement(change.other)));

        Ran ran = patient().examine("--format=json", "--threshold=note");

        Diagnosis diagnosis = Diagnosis.of(ran);
        assertThat(diagnosis.problems()).as(ran.out()).containsExactlyInAnyOrderElementsOf(change.findings);
        assertThat(diagnosis.unknown()).isEmpty();
        assertThat(ran.code()).isEqualTo(change.findings.isEmpty() ? 0 : 1);
    }

    @Test
    void seesWhatIsHiddenFromTheServersOnly() throws IOException, InterruptedException {
        spoil(
                "slapd.conf",
                configuration.replaceFirst(FIRST_RULE, "access to attrs=mailMessageStore by * none\n" + FIRST_RULE));

        Diagnosis diagnosis = Diagnosis.of(patient()
                .examine(
                        "--bind-dn=" + Slapd.ADMIN,
                        "--bind-password-file=" + patient().site().folder().resolve("admin.password"),
                        "--format=json"));

        assertThat(diagnosis.problems()).containsExactly("postfix-map-answered", "courier-answered");
        assertThat(diagnosis.messages())
                .hasSize(2)
                .allMatch(message -> message.matches("ou=System,o=company finds \\S+, but not its mailMessageStore"));
    }

    @Test
    void findsAnIndexThatWasNeverBuilt() throws IOException, InterruptedException {
        spoil("slapd.conf", configuration + "index associatedDomain eq\n");

        Diagnosis diagnosis = Diagnosis.of(patient().examine("--format=json"));

        assertThat(diagnosis.problems()).containsExactly("indexes-current");
        assertThat(diagnosis.messages())
                .singleElement()
                .asString()
                .endsWith(" is there, but a search for it finds nothing");
    }

    @Test
    void looksAtIndexesWhereTheyCanBeSeen() throws IOException, InterruptedException {
        spoil(
                "slapd.conf",
                configuration
                        .replace("database mdb", "database config\naccess to * " + READER + "read\ndatabase mdb")
                        .replace("mail,mailAlternateAddress eq", "mail eq"));

        Diagnosis diagnosis = Diagnosis.of(patient().examine("--format=json"));

        assertThat(diagnosis.problems()).containsExactly("attributes-indexed");
        assertThat(diagnosis.messages())
                .containsExactly("not indexed: mailAlternateAddress; each lookup reads all accounts");
    }

    @Test
    void saysNothingAboutWhatIsBehindAServerThatDoesNotAnswer() throws IOException, InterruptedException {
        patient().slapd().kill();
        wasSpoilt = true;

        Ran ran = patient().examine("--format=json");

        Diagnosis diagnosis = Diagnosis.of(ran);
        assertThat(diagnosis.problems()).containsExactly("directory-reachable");
        assertThat(diagnosis.unknown())
                .contains("directory-bind", "account-base-present", "attributes-readable", "schema-complete")
                .doesNotContain("mail-base-usable", "postfix-map-filter", "courier-marker");
        assertThat(ran.code()).isEqualTo(4);
    }

    @Test
    void namesAWrongPassword() throws IOException, InterruptedException {
        Path wrong = password("wrong.password", "canary", "rw-------");

        Ran ran = patient().examineWithoutServers("--bind-password-file=" + wrong, "--format=json");

        Diagnosis diagnosis = Diagnosis.of(ran);
        assertThat(diagnosis.problems()).containsExactly("directory-bind");
        assertThat(diagnosis.messages())
                .containsExactly(patient().slapd().url()
                        + " does not accept the password of ou=System,o=company: invalid credentials (49)");
        assertThat(diagnosis.unknown()).contains("account-base-present");
        assertThat(ran.out()).doesNotContain("canary");
        assertThat(ran.code()).isEqualTo(4);
    }

    @Test
    void namesAPasswordFileThatOthersCanRead() throws IOException, InterruptedException {
        Path open = password("open.password", Slapd.SYSTEM_PASSWORD, "rw-r--r--");

        Diagnosis diagnosis =
                Diagnosis.of(patient().examineWithoutServers("--bind-password-file=" + open, "--format=json"));

        assertThat(diagnosis.problems()).containsExactly("bind-password-guarded");
        assertThat(diagnosis.unknown()).contains("directory-bind", "account-base-present");
    }

    @Test
    void namesAServerThatSpeaksNoTls() throws IOException, InterruptedException {
        Diagnosis diagnosis = Diagnosis.of(patient().examineWithoutServers("--start-tls", "--format=json"));

        assertThat(diagnosis.problems()).containsExactly("directory-tls");
        assertThat(diagnosis.ok()).contains("directory-reachable");
        assertThat(diagnosis.unknown()).contains("directory-bind", "account-base-present");
    }

    @Test
    void namesABaseThatIsNotThere() throws IOException, InterruptedException {
        Diagnosis diagnosis =
                Diagnosis.of(patient().examineWithoutServers("--account-base=ou=Tokelu,o=company", "--format=json"));

        assertThat(diagnosis.problems()).containsExactly("account-base-present");
        assertThat(diagnosis.unknown())
                .containsExactly("directory-read-whole", "attributes-readable", "passwords-readable");
    }

    @Test
    void namesASystemBaseWithoutDomains() throws IOException, InterruptedException {
        Ran ran = patient().examineWithoutServers("--system-base=ou=Tokelau,o=company", "--format=json");

        assertThat(Diagnosis.of(ran).problems()).containsExactly("system-leaf-present");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void namesWhatASchemaDoesNotKnow() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Files.writeString(site.slapd().resolve("qmail.schema"), "# nothing\n");
            String text = Files.readString(site.slapd().resolve("slapd.conf"));
            Files.writeString(
                    site.slapd().resolve("slapd.conf"), text.replace("mail,mailAlternateAddress eq", "mail eq"));
            slapd.restart();
            slapd.loadSystem();
            for (String root : List.of("shared", "shared.maildirs")) {
                MailOwner.own(Files.createDirectory(site.mailBase().resolve(root)));
            }

            Ran ran = new Patient(site, slapd, site.folder()).examineWithoutServers("--format=json");

            Diagnosis diagnosis = Diagnosis.of(ran);
            assertThat(diagnosis.problems()).as(ran.out()).containsExactly("schema-complete");
            assertThat(diagnosis.messages())
                    .containsExactly(
                            unknown("attribute accountStatus"),
                            unknown("attribute mailAlternateAddress"),
                            unknown("attribute mailMessageStore"),
                            unknown("object class qmailUser"));
        }
    }

    private static String unknown(String what) {
        return "the schema does not know the " + what + "; a search for it finds nothing and is no error";
    }

    private static Patient patient() {
        return WARD.patient();
    }

    private void spoil(String file, String text) throws IOException, InterruptedException {
        write(file, text);
        wasSpoilt = true;
        patient().slapd().restart();
    }

    private static void write(String file, String text) throws IOException {
        Files.writeString(patient().site().slapd().resolve(file), text);
    }

    private static Path password(String name, String password, String permissions) throws IOException {
        Path file = patient().site().file(name, password + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
