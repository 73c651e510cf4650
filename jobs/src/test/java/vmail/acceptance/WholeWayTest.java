package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmail.lab.Cli;
import vmail.lab.Json;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** From an older system's file to a slapd that an audit finds clean, step by step as an administrator goes. */
class WholeWayTest {

    /** Files of sample-data/profiles, with what comes out at the end. */
    enum Old {
        QMAIL_LDAP("qmail-ldap", "source.ldif", 9, 3, "cn=Seven of Nine,ou=Tokelau,o=company"),
        ACTIVE_DIRECTORY("active-directory-csv", "source.csv", 5, 2, "cn=Albert Onestone,ou=Tokelau,o=company"),
        KOLAB2("kolab2", "source.ldif", 11, 3, "");

        private final String profile;
        private final String file;
        private final int records;
        private final int accounts;
        private final String withoutPassword;

        /** @param withoutPassword who has none, since the old system does not tell, or lets nobody log in: all that an audit may find */
        Old(String profile, String file, int records, int accounts, String withoutPassword) {
            this.profile = profile;
            this.file = file;
            this.records = records;
            this.accounts = accounts;
            this.withoutPassword = withoutPassword;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsCleanAndGoesNowhereTheSecondTime(Old old) throws IOException, InterruptedException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            slapd.loadSystem();
            Path domains = site.file("domains.ldif", Site.sample("howto/domains.ldif"));
            Path source = copy(site, old);
            Cli writing = Cli.asMailOwner().with(site.writing(slapd));

            Ran inspected = Cli.here()
                    .run(
                            "inspect",
                            "--format=json",
                            "--mail-base=" + site.mailBase(),
                            "--account-base=ou=Tokelau,o=company",
                            source.toString());
            Ran checked = Cli.here()
                    .with(site.reading(slapd))
                    .run("check", "--format=json", domains.toString(), source.toString());
            Ran imported = bring(writing, domains, source);
            Ran audit = Cli.asMailOwner()
                    .with(site.reading(slapd))
                    .run("audit", "--format=json", "--severity=password-present=note");
            int writes = slapd.writes().size();
            Ran again = bring(writing, domains, source);

            Json file = Json.of(inspected.out()).list("sources").get(0);
            assertThat(file.text("profile")).isEqualTo(old.profile);
            assertThat(file.number("records")).isEqualTo(old.records);
            assertThat(checked.code()).as(checked.toString()).isEqualTo(1);
            assertThat(imported.code()).as(imported.toString()).isLessThanOrEqualTo(1);
            assertThat(added(imported)).isEqualTo(old.accounts);
            assertThat(Json.of(audit.out()).each("findings", "rule")).allMatch("password-present"::equals);
            assertThat(Json.of(audit.out()).each("findings", "dn"))
                    .isEqualTo(old.withoutPassword.isEmpty() ? List.of() : List.of(old.withoutPassword));
            assertThat(audit.code()).as(audit.toString()).isZero();
            assertThat(Json.of(audit.out()).number("checked")).isEqualTo(old.accounts);
            assertThat(slapd.writes()).hasSize(writes);
            assertThat(Json.of(again.out()).number("unchanged")).isEqualTo(old.accounts);
        } catch (com.unboundid.ldap.sdk.LDAPException | com.unboundid.ldif.LDIFException e) {
            throw new AssertionError(e);
        }
    }

    private static long added(Ran ran) {
        return Json.of(ran.out()).number("added");
    }

    private static Ran bring(Cli cli, Path domains, Path source) throws IOException, InterruptedException {
        return cli.run(
                "import",
                "--create-parents",
                "--skip-rejected",
                "--format=json",
                domains.toString(),
                source.toString());
    }

    private static Path copy(Site site, Old old) throws IOException {
        return site.file(old.file, Site.sample("profiles/" + old.profile + "/" + old.file));
    }
}
