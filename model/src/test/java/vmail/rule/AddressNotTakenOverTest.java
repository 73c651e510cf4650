package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressNotTakenOverTest {

    private final AddressNotTakenOver rule = new AddressNotTakenOver();

    @Test
    void acceptsAddressesOfItsOwn() {
        List<Finding> findings = Howto.findings(rule, former(), Howto.seven(), Howto.timetravel());

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheInactiveAccount() {
        Howto seven = Howto.seven().with("mailAlternateAddress", "Albert.Onestone@anotherdomain.nu");

        List<Finding> findings = Howto.findings(rule, former(), seven);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: warning: [address-not-taken-over] cn=Albert "
                        + "Onestone,ou=Tokelau,o=company: address albert.onestone@anotherdomain.nu of this "
                        + "inactive account is also that of cn=Seven of Nine,ou=Tokelau,o=company "
                        + "(accounts.ldif:20), where its mail arrives. Delete the address from the inactive "
                        + "account if that is meant, else from the other.");
        assertThat(findings).extracting(Finding::about).containsExactly("albert.onestone@anotherdomain.nu");
    }

    @Test
    void reportsTheRecordThatTakesTheAddressOfALiveEntry() {
        Howto seven = Howto.seven().with("mail", "ao@anotherdomain.nu");

        List<Finding> findings = Howto.findings(rule, seven, former().live());

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:20: warning: [address-not-taken-over] cn=Seven of "
                        + "Nine,ou=Tokelau,o=company: address ao@anotherdomain.nu is also that of cn=Albert "
                        + "Onestone,ou=Tokelau,o=company (directory), inactive, whose mail arrives here. Delete "
                        + "the address from the inactive account if that is meant, else from the other.");
    }

    @Test
    void isTheOnlyRuleThatTellsOfIt() {
        List<DirectoryRule> others = List.of(new UniqueMail(), new MailNotAlias(), new SharedAlias());
        Howto mail = Howto.seven().with("mail", "albert.onestone@anotherdomain.nu");
        Howto alias = Howto.seven().with("mailAlternateAddress", "albert.onestone@anotherdomain.nu");
        Howto both = Howto.seven().with("mailAlternateAddress", "ao@anotherdomain.nu");

        assertThat(others).allSatisfy(other -> {
            assertThat(Howto.findings(other, former(), mail)).isEmpty();
            assertThat(Howto.findings(other, former(), alias)).isEmpty();
            assertThat(Howto.findings(other, former(), both)).isEmpty();
        });
    }

    @Test
    void leavesToOtherRulesWhatTwoAccountsGet() {
        Howto seven = Howto.seven().with("mail", "albert.onestone@anotherdomain.nu");
        Howto timetravel = Howto.timetravel().with("mail", "albert.onestone@anotherdomain.nu");

        assertThat(Howto.findings(rule, former(), seven, timetravel)).isEmpty();
        assertThat(Howto.findings(new UniqueMail(), former(), seven, timetravel))
                .hasSize(3);
    }

    @Test
    void leavesToOtherRulesTwoThatAreInactive() {
        Howto seven =
                Howto.seven().with("mail", "albert.onestone@anotherdomain.nu").with("accountStatus", "inactive");

        assertThat(Howto.findings(rule, former(), seven)).isEmpty();
        assertThat(Howto.findings(new UniqueMail(), former(), seven)).hasSize(2);
    }

    private static Howto former() {
        return Howto.albert().with("accountStatus", "inactive");
    }
}
