package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class SeeAlsoIsDnTest {

    private final SeeAlsoIsDn rule = new SeeAlsoIsDn();

    @Test
    void acceptsBlanksAfterCommas() {
        Candidate candidate = Howto.seven().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsANameAlone() {
        Candidate candidate =
                Howto.albert().with("seeAlso", "Timetravel weekly", "").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [see-also-is-dn] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "seeAlso Timetravel weekly is not a DN. Write the whole DN, as seeAlso: cn=Timetravel "
                                + "weekly,ou=Tokelau,o=company.",
                        "accounts.ldif:1: error: [see-also-is-dn] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "seeAlso is empty. Write the whole DN, as seeAlso: cn=Timetravel "
                                + "weekly,ou=Tokelau,o=company.");
    }
}
