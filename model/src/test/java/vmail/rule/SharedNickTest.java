package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class SharedNickTest {

    private final SharedNick rule = new SharedNick();

    @Test
    void acceptsBlanks() {
        Candidate candidate = Howto.timetravel().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void asksNothingOfPersons() {
        Candidate candidate =
                Howto.albert().named("cn=A. Onestone,ou=Tokelau,o=company").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsADot() {
        Candidate candidate =
                Howto.timetravel().named("cn=J. Team,ou=Tokelau,o=company").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:40: error: [shared-nick] cn=J. Team,ou=Tokelau,o=company: "
                        + "cn J. Team gives no name for the shared folder: it has . / # or a control, or more than "
                        + "255 letters. Rename the entry, as cn=Timetravel weekly.");
    }
}
