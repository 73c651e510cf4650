package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class RequiredAttributesTest {

    private final RequiredAttributes rule = new RequiredAttributes();

    @Test
    void acceptsACompleteAccount() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesAllThatAreMissing() {
        Candidate candidate = Howto.albert()
                .without("sn")
                .with("mail", " ")
                .without("mailMessageStore")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [required-attributes] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "sn, mail, mailMessageStore are missing. Add sn, mail, mailMessageStore to the record.");
    }

    @Test
    void proposesTheCnOfTheDn() {
        Candidate candidate = Howto.timetravel().without("cn").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:40: error: [required-attributes] cn=Timetravel weekly,ou=Tokelau,o=company: "
                                + "cn is missing. Add cn: Timetravel weekly to the record.");
    }

    @Test
    void leavesTheCnOpenWhereTheDnHasNone() {
        Candidate candidate = Howto.albert()
                .named("uid=onestonea,ou=Tokelau,o=company")
                .without("cn")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [required-attributes] uid=onestonea,ou=Tokelau,o=company: "
                        + "cn is missing. Add cn to the record.");
    }
}
