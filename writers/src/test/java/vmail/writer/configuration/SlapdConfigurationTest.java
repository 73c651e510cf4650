package vmail.writer.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.MailBase;
import vmail.rule.MailSchema;
import vmail.writer.configuration.SlapdConfiguration.Enforcement;

class SlapdConfigurationTest {

    private static final Path VMAIL = Path.of("/vmail");

    private final SlapdConfiguration howto = Servers.slapd(Enforcement.NOTHING, VMAIL);

    @Test
    void isADirectoryAsTheHowtoDescribesIt() {
        assertThat(Servers.lines(howto, "slapd.conf"))
                .containsExactly(
                        "include /etc/ldap/schema/core.schema",
                        "include /etc/ldap/schema/cosine.schema",
                        "include /etc/ldap/schema/nis.schema",
                        "include /etc/ldap/schema/inetorgperson.schema",
                        "include \"/etc/ldap/vmail/qmail.schema\"",
                        "pidfile /run/slapd/slapd.pid",
                        "modulepath /usr/lib/ldap",
                        "moduleload back_mdb",
                        "moduleload pw-sha2",
                        "moduleload argon2",
                        "database mdb",
                        "directory \"/var/lib/ldap/vmail\"",
                        "maxsize 1073741824",
                        "suffix \"o=company\"",
                        "rootdn \"cn=admin,o=company\"",
                        "include \"/etc/ldap/vmail/rootpw.conf\"",
                        "index objectClass,uid,mail,mailAlternateAddress eq",
                        "index accountStatus,seeAlso,mailMessageStore,associatedDomain eq",
                        "index entryUUID eq",
                        "limits dn.exact=\"ou=System,o=company\" size=unlimited time=unlimited",
                        "access to attrs=userPassword",
                        "  by dn.exact=\"ou=System,o=company\" read",
                        "  by self =xw",
                        "  by anonymous auth",
                        "  by * none",
                        "access to *",
                        "  by dn.exact=\"ou=System,o=company\" read",
                        "  by * none");
    }

    @Test
    void bringsOurSchemaInBothForms() {
        assertThat(Servers.text(howto, "qmail.schema")).isEqualTo(MailSchema.qmailSchema());
        assertThat(Servers.lines(howto, "qmail.ldif"))
                .startsWith("dn: cn=qmail,cn=schema,cn=config", "objectClass: olcSchemaConfig", "cn: qmail")
                .filteredOn(line -> line.startsWith("olcAttributeTypes:"))
                .hasSize(16)
                .first()
                .asString()
                .startsWith("olcAttributeTypes: ( 1.3.6.1.4.1.7914.1.2.1.1 NAME 'qmailUID'");
    }

    @Test
    void keepsThePasswordOfTheWriterAsAHashInAFileOfItsOwn() throws Exception {
        assertThat(howto.files())
                .extracting(file -> file + " " + file.group())
                .containsExactly(
                        "slapd.conf (0644) ",
                        "qmail.schema (0644) ",
                        "qmail.ldif (0644) ",
                        "rootpw.conf (0640) openldap");
        String line = Servers.lines(howto, "rootpw.conf").get(0);
        assertThat(line).startsWith("rootpw {SSHA}").doesNotContain("adminsecret");
        byte[] stored = Base64.getDecoder().decode(line.substring("rootpw {SSHA}".length()));
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update("adminsecret".getBytes(UTF_8));
        assertThat(stored).hasSize(24);
        assertThat(Arrays.copyOf(stored, 20)).isEqualTo(sha1.digest(Arrays.copyOfRange(stored, 20, 24)));
    }

    @Test
    void leavesThePasswordOutWhereThereIsNone() {
        SlapdConfiguration without = named("o=company", Optional.empty());

        assertThat(without.files()).extracting(ConfigurationFile::name).doesNotContain("rootpw.conf");
        assertThat(Servers.text(without, "slapd.conf")).doesNotContain("rootpw");
    }

    @Test
    void enforcesTheRulesWhereThatIsWanted() {
        assertThat(Servers.lines(Servers.slapd(Enforcement.RULES, Path.of("/srv/v.mail+1")), "slapd.conf"))
                .containsSubsequence("moduleload constraint", "moduleload unique", "database mdb")
                .endsWith(
                        "overlay constraint",
                        "constraint_attribute mail count 1",
                        "constraint_attribute mailMessageStore regex \"^/srv/v\\\\.mail\\\\+1/.+/$\"",
                        "constraint_attribute accountStatus regex \"^(active|inactive|shared)$\"",
                        "overlay unique",
                        "unique_uri \"ldap:///ou=Tokelau,o=company?uid?sub?(!(accountStatus=shared))\"",
                        "unique_uri \"ldap:///ou=Tokelau,o=company?mailMessageStore?sub?(objectClass=qmailUser)\"",
                        "unique_uri \"ldap:///ou=Tokelau,o=company?mail?sub?(objectClass=qmailUser)\"");
    }

    @Test
    void letsSharedMailBe() {
        assertThat(Servers.lines(Servers.slapd(Enforcement.RULES_OF_SHARED_MAIL, VMAIL), "slapd.conf"))
                .endsWith(
                        "overlay constraint",
                        "constraint_attribute mailMessageStore regex \"^/vmail/.+/$\"",
                        "constraint_attribute accountStatus regex \"^(active|inactive|shared)$\"",
                        "overlay unique",
                        "unique_uri \"ldap:///ou=Tokelau,o=company?uid?sub?(!(accountStatus=shared))\"",
                        "unique_uri \"ldap:///ou=Tokelau,o=company?mailMessageStore?sub?(objectClass=qmailUser)\"");
    }

    @Test
    void quotesNames() {
        SlapdConfiguration odd = named("o=com\\\"pany\\, the \u00fcber one", Optional.of(Servers.secret("x")));

        assertThat(Servers.lines(odd, "slapd.conf"))
                .contains(
                        "suffix \"o=com\\\\\\\"pany\\\\, the \u00fcber one\"",
                        "unique_uri \"ldap:///ou=Tokelau,o=com%5C%22pany%5C,%20the%20%C3%BCber%20one?uid?sub?"
                                + "(!(accountStatus=shared))\"");
    }

    @Test
    void refusesANameThatWouldBeAnotherLine() {
        SlapdConfiguration odd = named("o=company\naccess to * by * write", Optional.empty());

        assertThatThrownBy(odd::files)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "the suffix can not be written into a configuration file: \"o=company?access to * by * write\"");
    }

    private static SlapdConfiguration named(String suffix, Optional<Secret> password) {
        DN top = Servers.dn(suffix);
        return new SlapdConfiguration(
                top,
                Servers.dn("ou=Tokelau," + suffix),
                Servers.dn("ou=System," + suffix),
                Servers.dn("cn=admin," + suffix),
                password,
                new MailBase(VMAIL),
                Path.of("/var/lib/ldap/vmail"),
                Path.of("/run/slapd/slapd.pid"),
                Path.of("/etc/ldap/vmail"),
                Enforcement.RULES);
    }
}
