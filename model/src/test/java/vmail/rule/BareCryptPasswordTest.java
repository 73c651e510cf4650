package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;
import vmail.account.LiveEntry;

class BareCryptPasswordTest {

    private final BareCryptPassword rule = new BareCryptPassword();

    @Test
    void acceptsAScheme() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsThirteenLettersThatAreNoDesHash() {
        Candidate candidate =
                Howto.albert().with("userPassword", "onestonealber").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAShadowHash() {
        Candidate candidate = Howto.albert()
                .with("userPassword", "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: note: [bare-crypt-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "userPassword is a crypt string without a scheme; import puts {CRYPT} in front. Nothing "
                                + "needs to be done, unless it is a clear text that only looks like one.");
    }

    @Test
    void warnsOfWhatIsInTheDirectoryAlready() {
        Candidate source =
                Howto.albert().with("userPassword", "$6$salt$" + "a".repeat(86)).candidate();

        List<Finding> findings = rule.check(new Candidate(source.entry(), new LiveEntry()));

        assertThat(findings).extracting(Finding::effect).containsExactly(Effect.NOLOGIN);
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("directory: warning: [bare-crypt-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "userPassword is a crypt string without a scheme, which slapd takes for clear text. "
                        + "Put {CRYPT} in front of the value, or give the account a new password.");
    }
}
