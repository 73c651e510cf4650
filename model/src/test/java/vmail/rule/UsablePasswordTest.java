package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class UsablePasswordTest {

    private final UsablePassword rule = new UsablePassword();

    @Test
    void acceptsSshaOfSlappasswd() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsClearTextWhichIsHashed() {
        Candidate candidate = Howto.albert().with("userPassword", "onesecret").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAHashOfTheWrongLength() {
        Candidate candidate =
                Howto.albert().with("userPassword", "{SSHA}c2hvcnQ=").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [usable-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "userPassword is {SSHA} of a wrong length. Give the account a new password, or bring its "
                        + "hash as {SSHA} or {CRYPT}.");
    }

    @Test
    void quotesNoSchemeItDoesNotKnowBecauseThatMayBeThePassword() {
        Candidate candidate =
                Howto.albert().with("userPassword", "{onesecret}x").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [usable-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "userPassword starts with { and has no scheme that slapd knows. Give the account a new "
                        + "password, or bring its hash as {SSHA} or {CRYPT}.");
    }

    @Test
    void reportsAnEmptyOne() {
        Candidate candidate = Howto.albert().with("userPassword", "").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [usable-password] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "userPassword is empty. Give the account a new password, or bring its hash as {SSHA} or "
                        + "{CRYPT}.");
    }

    @Test
    void asksNothingOfSharedAccounts() {
        Candidate candidate = Howto.timetravel().with("userPassword", "").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }
}
