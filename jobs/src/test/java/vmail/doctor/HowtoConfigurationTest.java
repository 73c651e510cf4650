package vmail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.lab.Ran;
import vmail.lab.Site;
import vmail.lab.Slapd;

/** The configuration as the howto of 2003 prints it: what was right then, and what it costs today. */
class HowtoConfigurationTest {

    private static final String MAIN = """
            local_transport = virtual
            virtual_mailbox_base = /
            virtual_mailbox_maps = ldap:ldapvirtual
            virtual_uid_maps = static:5000
            virtual_gid_maps = static:5000
            virtual_minimum_uid = 500
            virtual_mailbox_limit = 0
            ldapvirtual_server_host = 127.0.0.1
            ldapvirtual_server_port = PORT
            ldapvirtual_bind = yes
            ldapvirtual_bind_dn = ou=System, o=company
            ldapvirtual_bind_pw = PASSWORD
            ldapvirtual_search_base = ou=Tokelau, o=company
            ldapvirtual_query_filter = (&(|(mail=%s)(mailAlternateAddress=%s))(|(AccountStatus=active)(accountStatus=shared)))
            ldapvirtual_result_attribute = mailMessageStore

            mydestination = $myhostname, localhost.$mydomain, localhost.localdomain, ldap:acceptdomains
            acceptdomains_server_host = 127.0.0.1
            acceptdomains_server_port = PORT
            acceptdomains_bind = yes
            acceptdomains_bind_dn = ou=System, o=company
            acceptdomains_bind_pw = PASSWORD
            acceptdomains_search_base = ou=postfix, ou=System, o=company
            acceptdomains_query_filter = (associatedDomain=*)
            acceptdomains_result_attribute = associatedDomain

            virtual_maps = ldap:ldapalias
            ldapalias_server_host = 127.0.0.1
            ldapalias_server_port = PORT
            ldapalias_bind = yes
            ldapalias_bind_dn = ou=System, o=company
            ldapalias_bind_pw = PASSWORD
            ldapalias_search_base = ou=Tokelau, o=company
            ldapalias_query_filter = (&(|(mail=%s)(mailAlternateAddress=%s))(|(AccountStatus=active)(AccountStatus=shared)))
            ldapalias_result_attribute = mail
            """;

    private static final String AUTHLDAPRC = """
            LDAP_SERVER		127.0.0.1
            LDAP_BASEDN		ou=Tokelau, o=company
            LDAP_BINDDN		ou=System, o=company
            LDAP_BINDPW		PASSWORD
            LDAP_FILTER             (AccountStatus=active)
            LDAP_HOMEDIR		mailMessageStore
            LDAP_MAILDIR		mailMessageStore
            LDAP_CRYPTPW		userPassword
            """;

    @Test
    void hasTheseTrapsAndNoOthers() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Patient patient = Patient.admit(site, slapd);
            write(patient, "postfix/main.cf", MAIN, "rw-r--r--");
            write(patient, "courier/authldaprc", AUTHLDAPRC, "rw-r-----");

            Ran ran = patient.examine("--format=json", "--owner=5000:5000");

            Diagnosis diagnosis = Diagnosis.of(ran);
            assertThat(diagnosis.problems())
                    .filteredOn(rule -> rule.startsWith("postfix") || rule.startsWith("courier"))
                    .containsExactlyInAnyOrder(
                            "postfix-domain-filter",
                            "postfix-local-recipients",
                            "postfix-virtual-domains",
                            "postfix-map-private",
                            "courier-marker",
                            "courier-uri",
                            "courier-bind",
                            "courier-protocol",
                            "courier-login",
                            "courier-mail-owner");
            assertThat(diagnosis.messages())
                    .contains(
                            "query_filter (associatedDomain=*) of ldap:acceptdomains finds domains of others",
                            "virtual_alias_domains is not set and falls back to $virtual_alias_maps, so the accounts are asked"
                                    + " for bare domains, and a mail value without @ would make one a virtual domain",
                            "everybody can read main.cf, and ldapalias_bind_pw is in it",
                            "LDAP_URI is missing, and LDAP_SERVER is not read any more",
                            "LDAP_MAIL is not set; people would log in by mail address");
            assertThat(ran.out()).doesNotContain(Slapd.SYSTEM_PASSWORD);
        }
    }

    @Test
    void doesNotTellItsPasswordsWhenTheyAreWrong() throws IOException, InterruptedException, LDAPException {
        try (Site site = Site.open();
                Slapd slapd = Slapd.start(site.slapd())) {
            Patient patient = Patient.admit(site, slapd);
            write(patient, "postfix/main.cf", MAIN.replace("PASSWORD", "canary$myhostname"), "rw-r--r--");
            write(patient, "courier/authldaprc", AUTHLDAPRC.replace("PASSWORD", "canary"), "rw-r--r--");
            patient.replace("courier/authldaprc", "LDAP_SERVER", "LDAP_URI\t" + slapd.url());

            for (String format : List.of("--format=text", "--format=json")) {
                Ran ran = patient.examine(format);

                assertThat(ran.out()).contains("postfix-map-password", "courier-bind-password", "courier-private");
                assertThat(ran.out() + ran.err()).doesNotContain("canary").doesNotContain(Slapd.SYSTEM_PASSWORD);
            }
        }
    }

    private static void write(Patient patient, String name, String text, String permissions) throws IOException {
        String port = patient.slapd().url().replaceFirst(".*:", "");
        Path file = patient.folder().resolve(name);
        Files.writeString(file, text.replace("PORT", port).replace("PASSWORD", Slapd.SYSTEM_PASSWORD));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
