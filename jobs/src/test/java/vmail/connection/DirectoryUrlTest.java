package vmail.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryUrlTest {

    @ParameterizedTest
    @CsvSource({
        "ldap://ldap.mydomain.nl, ldap://ldap.mydomain.nl:389",
        "LDAPS://ldap.mydomain.nl/, ldaps://ldap.mydomain.nl:636",
        "ldap://127.0.0.1:3890, ldap://127.0.0.1:3890",
        "ldap://[::1]:3890, ldap://[::1]:3890",
        "embedded, embedded",
        "' Embedded ', embedded",
        "embedded:unchecked, embedded:unchecked"
    })
    void understandsHostAndPort(String text, String url) {
        assertThat(DirectoryUrl.of(text)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ldap://host/o=company",
                "ldap://host/o=company??sub?(uid=*)",
                "ldap://host?x",
                "ldap://",
                "ldapi:///var/run/ldapi",
                "http://host",
                "host:389",
                ""
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> DirectoryUrl.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "not an LDAP URL: " + text
                                + ". Expected ldap://host[:port], ldaps://host[:port] or embedded, without a base DN or filter");
    }

    @Test
    void refusesCredentialsWithoutRepeatingThem() {
        assertThatThrownBy(() -> DirectoryUrl.of("ldap://admin:canary4711@host"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the LDAP URL holds credentials: name the bind DN with --bind-dn and put the password into"
                        + " the file of --bind-password-file");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> DirectoryUrl.of("ldap://host:65536"))
                .hasMessage("not a port: 65536 in ldap://host:65536. Expected 1 to 65535");
    }
}
