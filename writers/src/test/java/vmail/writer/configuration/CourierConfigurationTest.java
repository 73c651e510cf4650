package vmail.writer.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CourierConfigurationTest {

    private final CourierConfiguration howto =
            new CourierConfiguration(Servers.directory(), Servers.ACCOUNT_BASE, Servers.VMAIL);

    @Test
    void logsPeopleInByUid() {
        assertThat(Servers.lines(howto, "authldaprc"))
                .containsExactly(
                        "LDAP_URI\tldap://127.0.0.1:389",
                        "LDAP_PROTOCOL_VERSION\t3",
                        "LDAP_TIMEOUT\t5",
                        "LDAP_TLS\t0",
                        "LDAP_INITBIND\t1",
                        "LDAP_BINDDN\tou=System,o=company",
                        "LDAP_BINDPW\tsystemsecret",
                        "LDAP_BASEDN\tou=Tokelau,o=company",
                        "LDAP_MAIL\tuid",
                        "LDAP_FILTER\t(accountStatus=active)",
                        "LDAP_DEREF\tnever",
                        "LDAP_AUTHBIND\t1",
                        "LDAP_CRYPTPW\tuserPassword",
                        "LDAP_GLOB_UID\t5000",
                        "LDAP_GLOB_GID\t5000",
                        "LDAP_HOMEDIR\tmailMessageStore",
                        "LDAP_MAILDIR\tmailMessageStore",
                        "LDAP_FULLNAME\tcn",
                        "LDAP_AUXOPTIONS");
    }

    @Test
    void hasTheMarkerWithoutWhichNobodyLogsIn() {
        assertThat(Servers.text(howto, "authldaprc").lines()).contains("##NAME: MARKER:0");
    }

    @Test
    void asksTheDirectoryAndNobodyElse() {
        assertThat(Servers.lines(howto, "authdaemonrc"))
                .containsExactly(
                        "authmodulelist=\"authldap\"",
                        "authmodulelistorig=\"authuserdb authpam authpgsql authldap authmysql authsqlite authcustom"
                                + " authpipe\"",
                        "daemons=5",
                        "authdaemonvar=/run/courier/authdaemon",
                        "DEBUG_LOGIN=0",
                        "DEFAULTOPTIONS=\"\"",
                        "LOGGEROPTS=\"\"");
    }

    @Test
    void letsOnlyCourierReadThePassword() {
        assertThat(howto.files())
                .extracting(file -> file + " " + file.group())
                .containsExactly("authldaprc (0640) courier", "authdaemonrc (0640) courier");
    }

    @Test
    void checksTheCertificateOfTheDirectory() {
        CourierConfiguration encrypted = new CourierConfiguration(
                Servers.encrypted("ldap://directory.company.nu:389", true, "/etc/ssl/company.pem"),
                Servers.ACCOUNT_BASE,
                Servers.VMAIL);

        assertThat(Servers.lines(encrypted, "authldaprc")).contains("LDAP_TLS\t1");
        assertThat(Servers.lines(encrypted, "authdaemonrc"))
                .endsWith("LDAPTLS_CACERT=/etc/ssl/company.pem", "LDAPTLS_REQCERT=demand");
    }

    @Test
    void refusesACaFileThatTheDaemonWouldTakeForMore() {
        CourierConfiguration encrypted = new CourierConfiguration(
                Servers.encrypted("ldaps://directory.company.nu:636", false, "/etc/ssl/our ca.pem"),
                Servers.ACCOUNT_BASE,
                Servers.VMAIL);

        assertThatThrownBy(encrypted::files)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the CA file can not be written into authdaemonrc: /etc/ssl/our ca.pem has characters that mean"
                                + " something to a shell");
    }
}
