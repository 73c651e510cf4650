package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedAliasTest {

    private final SharedAlias rule = new SharedAlias();

    @Test
    void acceptsAliasesOfOne() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven();
        Howto timetravel = Howto.timetravel();

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsOnceForTheFirst() {
        Howto albert = Howto.albert();
        Howto seven = Howto.seven().with("mailAlternateAddress", "ao@anotherdomain.nu");
        Howto timetravel = Howto.timetravel().with("mailAlternateAddress", "AO@anotherdomain.nu");

        List<Finding> findings = Howto.findings(rule, albert, seven, timetravel);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: note: [shared-alias] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "alias ao@anotherdomain.nu belongs to 3 accounts, also to cn=Seven of "
                        + "Nine,ou=Tokelau,o=company (accounts.ldif:20), cn=Timetravel weekly,ou=Tokelau,o=company "
                        + "(accounts.ldif:40); each gets a copy. Nothing needs to be done if that is meant.");
    }

    @Test
    void namesThreeOthersAndCountsTheRest() {
        Howto albert = Howto.albert();
        Howto copy2 =
                Howto.seven().named("cn=Copy 2,o=company").at(2).with("mailAlternateAddress", "ao@anotherdomain.nu");
        Howto copy3 =
                Howto.seven().named("cn=Copy 3,o=company").at(3).with("mailAlternateAddress", "ao@anotherdomain.nu");
        Howto copy4 =
                Howto.seven().named("cn=Copy 4,o=company").at(4).with("mailAlternateAddress", "ao@anotherdomain.nu");
        Howto copy5 =
                Howto.seven().named("cn=Copy 5,o=company").at(5).with("mailAlternateAddress", "ao@anotherdomain.nu");
        Howto copy6 =
                Howto.seven().named("cn=Copy 6,o=company").at(6).with("mailAlternateAddress", "ao@anotherdomain.nu");

        List<Finding> findings = Howto.findings(rule, albert, copy2, copy3, copy4, copy5, copy6);

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("accounts.ldif:1: note: [shared-alias] cn=Albert Onestone,ou=Tokelau,o=company: "
                        + "alias ao@anotherdomain.nu belongs to 6 accounts, also to cn=Copy 2,o=company "
                        + "(accounts.ldif:2), cn=Copy 3,o=company (accounts.ldif:3), cn=Copy 4,o=company "
                        + "(accounts.ldif:4) and 2 more; each gets a copy. Nothing needs to be done if that is "
                        + "meant.");
    }
}
