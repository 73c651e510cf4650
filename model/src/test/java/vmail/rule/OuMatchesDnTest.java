package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class OuMatchesDnTest {

    private final OuMatchesDn rule = new OuMatchesDn();

    @Test
    void acceptsTheUnitOfTheDn() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsNoUnitAtAll() {
        Candidate candidate = Howto.albert().without("ou").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAnotherUnit() {
        Candidate candidate = Howto.albert().with("ou", "Niue").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: note: [ou-matches-dn] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "found ou Niue, but the DN says Tokelau. Set ou: Tokelau.");
    }
}
