package vmail.writer.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmail.store.Owner;

class PostfixConfigurationTest {

    private final PostfixConfiguration howto = Servers.postfix(Servers.directory(), Optional.empty());

    @Test
    void setsWhatTheHowtoSetsInTodaysSyntax() {
        assertThat(Servers.lines(howto, "main.cf"))
                .containsExactly(
                        "local_transport = virtual",
                        "mydestination = $myhostname, localhost.$mydomain, localhost,"
                                + " ldap:$config_directory/vmail/domains.cf",
                        "local_recipient_maps = $virtual_mailbox_maps",
                        "virtual_alias_domains =",
                        "virtual_mailbox_domains =",
                        "virtual_alias_maps = ldap:$config_directory/vmail/aliases.cf",
                        "virtual_mailbox_maps = ldap:$config_directory/vmail/mailboxes.cf",
                        "virtual_mailbox_base = /",
                        "virtual_mailbox_limit = 0",
                        "virtual_minimum_uid = 500",
                        "virtual_uid_maps = static:5000",
                        "virtual_gid_maps = static:5000");
    }

    @Test
    void asksForStoresMainAddressesAndDomains() {
        assertThat(Servers.lines(howto, "mailboxes.cf"))
                .containsExactly(
                        "server_host = ldap://127.0.0.1:389",
                        "version = 3",
                        "timeout = 10",
                        "bind = yes",
                        "bind_dn = ou=System,o=company",
                        "bind_pw = systemsecret",
                        "search_base = ou=Tokelau,o=company",
                        "query_filter = (&(|(mail=%s)(mailAlternateAddress=%s))"
                                + "(|(accountStatus=active)(accountStatus=shared)))",
                        "result_attribute = mailMessageStore");
        assertThat(Servers.lines(howto, "aliases.cf"))
                .endsWith(
                        "search_base = ou=Tokelau,o=company",
                        "query_filter = (&(|(mail=%s)(mailAlternateAddress=%s))"
                                + "(|(accountStatus=active)(accountStatus=shared)))",
                        "result_attribute = mail");
        assertThat(Servers.lines(howto, "domains.cf"))
                .endsWith(
                        "search_base = ou=postfix,ou=System,o=company",
                        "query_filter = (associatedDomain=%s)",
                        "result_attribute = associatedDomain");
    }

    @Test
    void letsOnlyPostfixReadThePassword() {
        assertThat(howto.files())
                .extracting(file -> file + " " + file.group())
                .containsExactly(
                        "main.cf (0644) ",
                        "mailboxes.cf (0640) postfix",
                        "aliases.cf (0640) postfix",
                        "domains.cf (0640) postfix");
        assertThat(Servers.text(howto, "main.cf")).doesNotContain("systemsecret");
    }

    @Test
    void asksByEntryUuidWhereMailIsShared() {
        PostfixConfiguration shared =
                Servers.postfix(Servers.directory(), Optional.of(PostfixConfiguration.STORE_DOMAIN));

        assertThat(Servers.lines(shared, "main.cf"))
                .contains("mydestination = $myhostname, localhost.$mydomain, localhost, store.invalid,"
                        + " ldap:$config_directory/vmail/domains.cf");
        assertThat(Servers.lines(shared, "aliases.cf"))
                .endsWith(
                        "query_filter = (&(|(mail=%s)(mailAlternateAddress=%s))"
                                + "(|(accountStatus=active)(accountStatus=shared)))",
                        "result_attribute = entryUUID", "result_format = %s@store.invalid");
        assertThat(Servers.lines(shared, "mailboxes.cf"))
                .endsWith(
                        "domain = store.invalid",
                        "search_base = ou=Tokelau,o=company",
                        "query_filter = (&(entryUUID=%u)(|(accountStatus=active)(accountStatus=shared)))",
                        "result_attribute = mailMessageStore");
    }

    @Test
    void checksTheCertificateOfTheDirectory() {
        PostfixConfiguration startTls = Servers.postfix(
                Servers.encrypted("ldap://directory.company.nu:389", true, "/etc/ssl/company.pem"), Optional.empty());
        PostfixConfiguration ldaps = Servers.postfix(
                Servers.encrypted("ldaps://directory.company.nu:636", false, "/etc/ssl/company.pem"), Optional.empty());

        assertThat(Servers.lines(startTls, "domains.cf"))
                .contains("start_tls = yes", "tls_ca_cert_file = /etc/ssl/company.pem", "tls_require_cert = yes");
        assertThat(Servers.lines(ldaps, "domains.cf"))
                .contains("tls_ca_cert_file = /etc/ssl/company.pem", "tls_require_cert = yes")
                .doesNotContain("start_tls = yes");
    }

    @Test
    void asksFromOutsideOfTheChrootWhereCertificatesAreRead() {
        PostfixConfiguration ldaps = Servers.postfix(
                Servers.encrypted("ldaps://directory.company.nu:636", false, "/etc/ssl/company.pem"), Optional.empty());

        assertThat(Servers.lines(ldaps, "main.cf"))
                .contains(
                        "mydestination = $myhostname, localhost.$mydomain, localhost,"
                                + " proxy:ldap:$config_directory/vmail/domains.cf",
                        "local_recipient_maps = proxy:ldap:$config_directory/vmail/mailboxes.cf",
                        "virtual_alias_maps = proxy:ldap:$config_directory/vmail/aliases.cf",
                        "virtual_mailbox_maps = ldap:$config_directory/vmail/mailboxes.cf");
    }

    @Test
    void namesTheMapsWhereverTheyWillLie() {
        assertThat(PostfixConfiguration.folder("/srv/mail$1/vmail")).isEqualTo("/srv/mail$$1/vmail");
        assertThat(PostfixConfiguration.folder("/etc/postfix-in/vmail")).isEqualTo("/etc/postfix-in/vmail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/my maps", "/etc/a,b", "/etc/{a}", "/etc/a\nmynetworks = 0.0.0.0/0", ""})
    void refusesAFolderThatMainCfWouldTakeApart(String folder) {
        assertThatThrownBy(() -> PostfixConfiguration.folder(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the folder of Postfix's maps can not be written into ");
    }

    @Test
    void keepsAPercentSignOfABase() {
        PostfixConfiguration odd = new PostfixConfiguration(
                Servers.directory(),
                Servers.dn("ou=100%u,o=company"),
                Servers.SYSTEM_BASE,
                new Owner(5000, 5001),
                "/m",
                Optional.empty());

        assertThat(Servers.lines(odd, "aliases.cf")).contains("search_base = ou=100%%u,o=company");
        assertThat(Servers.lines(odd, "main.cf")).contains("virtual_gid_maps = static:5001");
    }

    @Test
    void keepsAPasswordAsItIs() {
        String odd = "a$b #c\"d\\e;%s`x=y$$z,\u00fc@base@";
        DirectoryAccess directory = new DirectoryAccess(
                "ldap://127.0.0.1:389", false, Optional.empty(), Servers.SYSTEM, Servers.secret(odd));

        assertThat(Servers.lines(Servers.postfix(directory, Optional.empty()), "aliases.cf"))
                .contains("bind_pw = " + odd);
    }

    @Test
    void refusesANameWithALineEnd() {
        DN odd = Servers.dn("ou=Tokelau\nbind_dn = cn=admin,o=company");
        PostfixConfiguration configuration = new PostfixConfiguration(
                Servers.directory(), odd, Servers.SYSTEM_BASE, Servers.VMAIL, "/m", Optional.empty());

        assertThatThrownBy(configuration::files)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the base DN can not be written into a configuration file:"
                        + " \"ou=Tokelau?bind_dn = cn=admin,o=company\" is empty, begins or ends with a blank, or has a line"
                        + " end or another control character in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "store invalid", "a%s", "-", "x\ny", "$mydomain"})
    void refusesWhatIsNoDomain(String domain) {
        PostfixConfiguration configuration = Servers.postfix(Servers.directory(), Optional.of(domain));

        assertThatThrownBy(configuration::files)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a domain: " + domain);
    }

    @Test
    void explainsEachBlockOfLines() {
        for (ConfigurationFile file : howto.files()) {
            assertThat(List.of(file.text().split("\n\n"))).allMatch(block -> block.startsWith("#"), file.name());
        }
    }
}
