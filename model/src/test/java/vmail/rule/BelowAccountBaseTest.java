package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class BelowAccountBaseTest {

    private final BelowAccountBase rule = new BelowAccountBase(Optional.of(Howto.ACCOUNT_BASE));

    @Test
    void acceptsAnEntryFurtherBelow() {
        Candidate candidate = Howto.albert()
                .named("cn=Albert Onestone, OU=staff, ou=tokelau, o=Company")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void proposesTheNameBelowTheBase() {
        Candidate candidate =
                Howto.albert().named("cn=Albert Onestone,ou=Niue,o=company").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [below-account-base] cn=Albert Onestone,ou=Niue,o=company: "
                        + "the entry is not below the account base ou=Tokelau,o=company. Name it cn=Albert "
                        + "Onestone,ou=Tokelau,o=company.");
    }

    @Test
    void reportsTheBaseItself() {
        Candidate candidate = Howto.albert().named("ou=Tokelau,o=company").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [below-account-base] "
                        + "ou=Tokelau,o=company: the entry is not below the account base ou=Tokelau,o=company. "
                        + "Name it ou=Tokelau,ou=Tokelau,o=company.");
    }
}
