package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class PasswordPresentTest {

    private final PasswordPresent rule = new PasswordPresent();

    @Test
    void acceptsAPersonWithPassword() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void asksNothingOfSharedAccounts() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void asksNothingOfInactiveAccounts() {
        Candidate candidate = Howto.albert()
                .without("userPassword")
                .with("accountStatus", "inactive")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAPersonWithout() {
        Candidate candidate = Howto.albert().without("userPassword").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: warning: [password-present] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "userPassword is missing, so the owner can not log in. Set one once the account is "
                                + "there: ldappasswd -S \"cn=Albert Onestone,ou=Tokelau,o=company\".");
    }
}
