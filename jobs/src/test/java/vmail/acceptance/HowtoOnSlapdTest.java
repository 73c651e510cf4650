package vmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;
import vmail.lab.Tree;

/** The howto's accounts, from an empty slapd to mail folders that both servers can use. */
class HowtoOnSlapdTest {

    @ParameterizedTest
    @EnumSource
    void bringsTheHowtosPeopleToDirectoryAndDisk(Howto howto) throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {

            Ran imported = howto.bring(site, slapd);

            assertThat(imported.code()).as(imported.toString()).isZero();
            assertThat(String.join("\n", Tree.of(site.mailBase())) + "\n")
                    .isEqualTo(Site.sample("howto/expected/tree.txt"));
            String expected = Site.sample("howto/expected/directory.ldif");
            String found = howto.isHashed() ? slapd.exportWithPasswords() : slapd.export();
            assertThat(found.replace(site.mailBase().toString(), "/vmail"))
                    .isEqualTo(
                            howto.isHashed()
                                    ? expected
                                    : expected.replaceAll("(?m)^userPassword: .*", "userPassword: (there)"));
            assertThat(slapd.exportWithPasswords()).doesNotContain("onesecret", "sevensecret");
            assertThat(slapd.admits("cn=Albert Onestone,ou=Tokelau,o=company", "onesecret"))
                    .isTrue();
            assertThat(slapd.admits("cn=Seven of Nine,ou=Tokelau,o=company", "sevensecret"))
                    .isTrue();
            assertThat(slapd.admits("cn=Seven of Nine,ou=Tokelau,o=company", "onesecret"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LDIF", "CSV"})
    void makesWhatMaildirmakeMakes(Howto howto) throws IOException, InterruptedException {
        try (Site site = Site.open();
                Site courier = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Maildirmake.make(courier);

            howto.bring(site, slapd);

            assertThat(Tree.of(site.mailBase())).isEqualTo(Tree.of(courier.mailBase()));
            assertThat(Tree.contents(site.mailBase())).isEqualTo(Tree.contents(courier.mailBase()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LDIF", "CSV"})
    void leavesNothingForAnAuditOfTheSystemAccount(Howto howto)
            throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            howto.bring(site, slapd);
            slapd.giveSystemItsPassword();

            Ran audit = Cli.asMailOwner().with(site.reading(slapd)).run("audit", "--format=json");

            Answer answer = Answer.of(audit);
            assertThat(audit.err()).isEmpty();
            assertThat(answer.text("verdict")).isEqualTo("clean");
            assertThat(answer.number("checked")).isEqualTo(3);
            assertThat(answer.findings()).isEmpty();
            assertThat(audit.code()).isZero();
        }
    }
}
