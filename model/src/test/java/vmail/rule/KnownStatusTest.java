package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class KnownStatusTest {

    private final KnownStatus rule = new KnownStatus();

    @Test
    void acceptsBlanksAtTheEndAsInTheHowto() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsAnyCase() {
        Candidate candidate = Howto.timetravel().with("accountStatus", "Shared").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAMissingStatus() {
        Candidate candidate = Howto.albert().without("accountStatus").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [account-status] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "accountStatus is missing, so mail is refused as for an unknown user. Add accountStatus: "
                        + "active, or inactive, or shared.");
    }

    @Test
    void namesTheWordThatWasMeant() {
        Candidate candidate = Howto.albert().with("accountStatus", "actve").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [account-status] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "accountStatus actve is none of active, inactive, shared. Did you mean active? Set "
                        + "accountStatus: active.");
    }

    @Test
    void translatesTheWordsOfQmailLdap() {
        Candidate candidate = Howto.albert().with("accountStatus", "disabled").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [account-status] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "accountStatus disabled is none of active, inactive, shared. Did you mean inactive? Set "
                        + "accountStatus: inactive.");
    }

    @Test
    void keepsMailWhereQmailLdapRefusedTheLoginOnly() {
        Candidate candidate = Howto.albert().with("accountStatus", "noaccess").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [account-status] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "accountStatus noaccess is none of active, inactive, shared. qmail-ldap delivered mail and "
                        + "refused the login: for that, set accountStatus: active and delete userPassword.");
    }

    @Test
    void guessesNothingWhereNoWordIsNear() {
        Candidate candidate = Howto.albert().with("accountStatus", "yes").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [account-status] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "accountStatus yes is none of active, inactive, shared. Set accountStatus to one of the "
                        + "three.");
    }

    @Test
    void reportsTwoValues() {
        Candidate candidate =
                Howto.albert().with("accountStatus", "active", "inactive").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [account-status] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "found 2 accountStatus values [active, inactive], expected one. Keep one.");
    }
}
