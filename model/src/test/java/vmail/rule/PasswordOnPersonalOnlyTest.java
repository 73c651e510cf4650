package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class PasswordOnPersonalOnlyTest {

    private final PasswordOnPersonalOnly rule = new PasswordOnPersonalOnly();

    @Test
    void acceptsThatOfAPerson() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsThatOfAnInactiveAccountWhichMayBeAPersons() {
        Candidate candidate = Howto.timetravel()
                .with("accountStatus", "inactive")
                .with("userPassword", "secret")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsThatOfASharedAccountWithoutShowingIt() {
        Candidate candidate = Howto.timetravel().with("userPassword", "canary").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:40: note: [password-on-personal-only] cn=Timetravel "
                        + "weekly,ou=Tokelau,o=company: userPassword on a shared account lets nobody in to its "
                        + "mail. Delete userPassword.");
    }
}
