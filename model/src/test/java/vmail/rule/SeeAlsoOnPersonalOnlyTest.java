package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class SeeAlsoOnPersonalOnlyTest {

    private final SeeAlsoOnPersonalOnly rule = new SeeAlsoOnPersonalOnly();

    @Test
    void acceptsPersons() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsASharedAccount() {
        Candidate candidate = Howto.timetravel()
                .with("seeAlso", "cn=Albert Onestone,ou=Tokelau,o=company")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: warning: [see-also-on-personal-only] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "seeAlso [cn=Albert Onestone,ou=Tokelau,o=company] on a shared account does nothing. "
                                + "Delete it, and put seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company on each person "
                                + "who shall see this folder.");
    }
}
