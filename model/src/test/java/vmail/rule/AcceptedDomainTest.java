package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;

class AcceptedDomainTest {

    private final AcceptedDomain rule = new AcceptedDomain(Howto.DOMAINS);

    @Test
    void acceptsDomainsOfTheSystemLeafInAnyCase() {
        Candidate candidate = Howto.albert().with("mail", "Albert@MyDomain.NL").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void namesTheDomainThatWasMeant() {
        Candidate candidate = Howto.seven()
                .with("mail", "seven@mydomian.nl")
                .with("mailAlternateAddress", "nine@mydomian.nl")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:20: error: [accepted-domain] cn=Seven of Nine,ou=Tokelau,o=company: "
                        + "domain mydomian.nl of seven@mydomian.nl, nine@mydomian.nl is not accepted. Did you mean "
                        + "mydomain.nl? Correct the address, or add associatedDomain: mydomian.nl to an entry "
                        + "below ou=postfix,ou=System,o=company.");
    }

    @Test
    void judgesAliases() {
        Candidate candidate = Howto.albert()
                .with("mailAlternateAddress", "albert@elsewhere.example")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: error: [accepted-domain] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "domain elsewhere.example of albert@elsewhere.example is not accepted. Correct the "
                        + "address, or add associatedDomain: elsewhere.example to an entry below "
                        + "ou=postfix,ou=System,o=company.");
    }

    @Test
    void leavesMalformedAddressesToTheirRule() {
        Candidate candidate = Howto.albert().with("mail", "albert").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void doesNotProposeWhatIsNoDomain() {
        AcceptedDomain withDot =
                new AcceptedDomain(AcceptedDomains.of(List.of("anotherdomain.nu."), Optional.of(Howto.SYSTEM_BASE)));
        Candidate candidate = Howto.albert().without("mailAlternateAddress").candidate();

        List<Finding> findings = withDot.check(candidate);

        assertThat(findings)
                .extracting(Finding::remedy)
                .containsExactly("Correct the address, or add associatedDomain: anotherdomain.nu to an entry below "
                        + "ou=postfix,ou=System,o=company");
    }
}
