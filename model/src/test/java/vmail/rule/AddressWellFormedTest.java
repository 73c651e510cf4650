package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0430o@anotherdomain.nu",
                "a\u00A0o@anotherdomain.nu",
                "ao\u200B@anotherdomain.nu",
                "ao@an\u00F6therdomain.nu",
                "ao@ano\u0308therdomain.nu"
            })
    void refusesWhatOnlyLooksLikeAnother(String address) {
        Candidate candidate =
                Howto.albert().with("mailAlternateAddress", address).candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(" is not ASCII "));
    }

    @Test
    void refusesAStarThatCatchesNothing() {
        Candidate candidate = Howto.albert()
                .with("mailAlternateAddress", "*@anotherdomain.nu")
                .candidate();

        List<Finding> findings = rule.check(candidate);

        assertThat(findings)
                .extracting(Finding::message)
                .containsExactly("mailAlternateAddress *@anotherdomain.nu has a *, which stands for itself here and "
                        + "catches no other mail");
        assertThat(findings).extracting(Finding::effect).containsExactly(Effect.BOUNCED);
    }
}
