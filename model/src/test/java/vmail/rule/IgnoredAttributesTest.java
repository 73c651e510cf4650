package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class IgnoredAttributesTest {

    private final IgnoredAttributes rule = new IgnoredAttributes();

    @Test
    void acceptsTheHowtosAccount() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesThemAll() {
        Candidate candidate = Howto.albert()
                .with("mailQuotaSize", "1000")
                .with("mailForwardingAddress", "albert@elsewhere.example")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: note: [ignored-attributes] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "this mail system does not obey mailForwardingAddress, mailQuotaSize. Tell the owner, or "
                        + "find another way for what the attribute did.");
    }
}
