package vmail.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LdapTextTest {

    @Test
    void tellsTheWordsOfTheServer() {
        LDAPException e = new LDAPException(new LDAPResult(
                1, ResultCode.NO_SUCH_OBJECT, "parent does not exist", "o=company", List.of(), List.of()));

        assertThat(LdapText.text(e)).isEqualTo("no such object (32), found as far as o=company: parent does not exist");
    }

    @Test
    void dropsTheMessageOfTheSdkWhichHoldsTheRequest() {
        String request = "no answer to AddRequest(dn='cn=Albert Onestone', attrs={userPassword='canary4711'})";

        assertThat(LdapText.text(new LDAPException(ResultCode.SERVER_DOWN, request)))
                .isEqualTo("server down (81)");
        assertThat(LdapText.of(new LDAPResult(1, ResultCode.SERVER_DOWN, request, null, List.of(), List.of())))
                .hasToString("server down (81)");
        assertThat(LdapText.of(new LDAPException(ResultCode.OTHER, request)).toString())
                .doesNotContain("canary");
    }

    @Test
    void tellsWhatTheNetworkSaid() {
        Exception below = new LDAPException(ResultCode.CONNECT_ERROR, "x", new ConnectException("Connection refused"));
        LDAPException e = new LDAPException(ResultCode.CONNECT_ERROR, "y", new IOException("z", below));

        assertThat(LdapText.text(e)).isEqualTo("connect error (91): Connection refused");
    }

    @Test
    void namesWhereTheEntryIsKeptInsteadOfGoingThere() {
        LDAPException e = new LDAPException(new LDAPResult(
                1,
                ResultCode.REFERRAL,
                "shadow context; no update referral",
                null,
                List.of("ldap://master.mydomain.nl"),
                List.of()));

        assertThat(LdapText.text(e))
                .isEqualTo("referral (10): shadow context; no update referral kept at ldap://master.mydomain.nl");
    }

    @Test
    void showsNoControlCharacters() {
        assertThat(new LdapText(ResultCode.OTHER, "a\u001b[2Jb\u202ec\nd", "")).hasToString("other (80): a [2Jb c d");
    }
}
