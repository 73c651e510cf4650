package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;
import vmail.store.Owner;

class OwnerIdsTest {

    private final OwnerIds rule = new OwnerIds(Optional.of(new Owner(5000, 5001)));

    @Test
    void acceptsAnAccountWithout() {
        Candidate candidate = Howto.albert().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void acceptsThoseOfTheMailOwner() {
        Candidate candidate = Howto.albert()
                .with("qmailUID", "5000")
                .with("qmailGID", "50 01")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsOthers() {
        Candidate candidate = Howto.albert()
                .with("qmailUID", "1000")
                .with("qmailGID", "05001")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: note: [owner-ids] cn=Albert Onestone,ou=Tokelau,o=company: qmailUID "
                                + "1000 is not the mail owner's, 5000. Set qmailUID: 5000, or delete it.",
                        "accounts.ldif:1: note: [owner-ids] cn=Albert Onestone,ou=Tokelau,o=company: qmailGID "
                                + "05001 is not the mail owner's, 5001. Set qmailGID: 5001, or delete it.");
    }

    @Test
    void saysNothingWhereTheMailOwnerIsNotKnown() {
        Candidate candidate = Howto.albert().with("qmailUID", "1000").candidate();

        List<Finding> findings = new OwnerIds(Optional.empty()).check(candidate);

        assertThat(findings).isEmpty();
    }
}
