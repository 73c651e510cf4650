package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** A table of Active Directory has no passwords: those that are made for its people are in one file and let them in. */
class GeneratedPasswordsTest {

    private static final String ALBERT = "cn=Albert Onestone,ou=Tokelau,o=company";

    @Test
    void letPeopleInAndAreNotMadeAgain() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            slapd.loadSystem();
            Path file = site.folder().resolve("work/passwords.csv");

            Ran imported = bring(site, slapd, file);
            Ran audit = Cli.asMailOwner().with(site.reading(slapd)).run("audit");
            int writes = slapd.writes().size();
            List<String> lines = Files.readAllLines(file);
            Ran again = bring(site, slapd, file);

            assertThat(lines).hasSize(2).first().isEqualTo("login,password");
            assertThat(lines.get(1)).matches("onestonea,[a-zA-Z2-9]{16}");
            String password = lines.get(1).substring("onestonea,".length());
            assertThat(slapd.admits(ALBERT, password)).isTrue();
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(audit.code()).as(audit.toString()).isZero();
            assertThat(slapd.writes()).hasSize(writes);
            assertThat(Files.readAllLines(file)).isEqualTo(lines);
            assertThat(imported.toString() + again).doesNotContain(password);
            assertThat(filesWith(password, site.workspace())).isEmpty();
        }
    }

    @Test
    void areThoseThatTheFileHadBeforeACrash() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            slapd.loadSystem();
            Path file = site.folder().resolve("work/passwords.csv");
            bring(site, slapd, file);
            Files.writeString(file, "login,password\nonestonea,writtenBeforeTheCrash\nnin");
            try (com.unboundid.ldap.sdk.LDAPConnection connection = slapd.connection()) {
                connection.delete(ALBERT);
            }

            bring(site, slapd, file);

            assertThat(slapd.admits(ALBERT, "writtenBeforeTheCrash")).isTrue();
            assertThat(file).hasContent("login,password\nonestonea,writtenBeforeTheCrash\n");
        }
    }

    @Test
    void goToNoFileThatHoldsSomethingElse() throws IOException, InterruptedException, LDAPException, LDIFException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            slapd.loadSystem();
            Path file = site.folder().resolve("admin.password");

            Ran ran = bring(site, slapd, file);

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("the file exists and does not hold generated passwords. Name another");
            assertThat(file).hasContent(Slapd.ADMIN_PASSWORD + "\n");
        }
    }

    private static Ran bring(Site site, Slapd slapd, Path file) throws IOException, InterruptedException {
        Path domains = site.file("domains.ldif", Site.sample("howto/domains.ldif"));
        Path source = site.file("users.csv", Site.sample("profiles/active-directory-csv/source.csv"));
        return Cli.asMailOwner()
                .with(site.writing(slapd))
                .run(
                        "import",
                        "--create-parents",
                        "--skip-rejected",
                        "--generate-passwords=" + file,
                        domains.toString(),
                        source.toString());
    }

    private static List<Path> filesWith(String text, Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> found = new java.util.ArrayList<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(path);
                }
            }
            return found;
        }
    }
}
