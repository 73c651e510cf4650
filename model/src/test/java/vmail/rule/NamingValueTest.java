package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class NamingValueTest {

    private final NamingValue rule = new NamingValue();

    @Test
    void acceptsTheNameInAnotherCase() {
        Candidate candidate = Howto.albert().with("cn", "albert  onestone").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void leavesAMissingCnToItsRule() {
        Candidate candidate = Howto.albert().without("cn").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAnotherName() {
        Candidate candidate = Howto.albert().with("cn", "A. Onestone").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: note: [naming-value] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "found cn A. Onestone, but the DN says Albert Onestone. Write cn: Albert Onestone.");
    }
}
