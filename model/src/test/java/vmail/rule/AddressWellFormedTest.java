package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class AddressWellFormedTest {

    private final AddressWellFormed rule = new AddressWellFormed();

    @Test
    void acceptsTheHowtosAddresses() {
        Candidate candidate = Howto.seven().candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).isEmpty();
    }

    @Test
    void proposesTheAddressWithoutBlanks() {
        Candidate candidate =
                Howto.albert().with("mail", "albert.onestone@anotherdomain.nu ").candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [address-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "mail albert.onestone@anotherdomain.nu has a blank or a control character. Write mail: "
                                + "albert.onestone@anotherdomain.nu.");
    }

    @Test
    void namesEachMalformedAddress() {
        Candidate candidate = Howto.albert()
                .with("mail", "albert")
                .with("mailAlternateAddress", "@anotherdomain.nu", "")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings).extracting(Finding::effect).containsExactly(Effect.NONE, Effect.LEAKED, Effect.BOUNCED);
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "accounts.ldif:1: error: [address-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "mail albert has no @. Write a full address, as albert.onestone@anotherdomain.nu.",
                        "accounts.ldif:1: error: [address-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "mailAlternateAddress @anotherdomain.nu has nothing in front of the @. Write a full "
                                + "address, as albert.onestone@anotherdomain.nu.",
                        "accounts.ldif:1: error: [address-well-formed] cn=Albert Onestone,ou=Tokelau,o=company: "
                                + "mailAlternateAddress is empty. Write a full address, as "
                                + "albert.onestone@anotherdomain.nu.");
    }
}
