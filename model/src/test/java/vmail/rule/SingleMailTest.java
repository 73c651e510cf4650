package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldif.LDIFException;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;
import vmail.account.SourceLine;

class SingleMailTest {

    private final SingleMail rule = new SingleMail();

    @Test
    void acceptsOne() throws LDIFException {
        Candidate albert =
                candidate("dn: cn=Albert Onestone,ou=Tokelau,o=company", "mail: albert.onestone@anotherdomain.nu");

        assertThat(rule.check(albert)).isEmpty();
    }

    @Test
    void namesEveryValueWhenThereAreTwo() throws LDIFException {
        Candidate seven = candidate(
                "dn: cn=Seven of Nine,ou=Tokelau,o=company", "mail: seven@mydomain.nl", "mail: s9@mydomain.nl");

        assertThat(rule.check(seven))
                .singleElement()
                .hasToString("accounts.ldif:7: error: [single-mail] cn=Seven of Nine,ou=Tokelau,o=company: "
                        + "found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one. "
                        + "Keep one and move the others to mailAlternateAddress.");
    }

    @Test
    void isANoteWherePostfixFindsTheAccount() throws LDIFException {
        Candidate seven = candidate(
                "dn: cn=Seven of Nine,ou=Tokelau,o=company", "mail: seven@mydomain.nl", "mail: s9@mydomain.nl");

        assertThat(new SingleMail(true).check(seven))
                .singleElement()
                .hasToString("accounts.ldif:7: note: [single-mail] cn=Seven of Nine,ou=Tokelau,o=company: "
                        + "found 2 mail values [seven@mydomain.nl, s9@mydomain.nl], expected one. "
                        + "Nothing needs to be done: mail to any of them arrives, once.")
                .extracting(Finding::effect)
                .isEqualTo(Effect.NONE);
    }

    private static Candidate candidate(String... lines) throws LDIFException {
        return new Candidate(new ReadOnlyEntry(lines), new SourceLine("accounts.ldif", 7));
    }
}
