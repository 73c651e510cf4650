package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniqueDomainTest {

    private final UniqueDomain rule = new UniqueDomain();

    @Test
    void acceptsTheHowtosDomains() {
        List<Finding> findings = Leaf.findings(
                rule, Leaf.entry(Leaf.NL, "mydomain.nl"), Leaf.entry(Leaf.NU, "testdomain.nu", "anotherdomain.nu"));

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheEntryWhoseNameDoesNotFit() {
        List<Finding> findings = Leaf.findings(
                rule, Leaf.entry(Leaf.NU, "MyDomain.nl", "anotherdomain.nu"), Leaf.entry(Leaf.NL, "mydomain.nl"));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("domains.ldif:15: note: [unique-domain] dc=nu,ou=postfix,ou=System,o=company: "
                        + "associatedDomain mydomain.nl is also in dc=nl,ou=postfix,ou=System,o=company. Delete "
                        + "the value here.");
    }

    @Test
    void reportsTheSameOneInWhateverOrderTheyCome() {
        List<Finding> findings =
                Leaf.findings(rule, Leaf.entry("cn=b,o=x", "mydomain.nl"), Leaf.entry("cn=a,o=x", "mydomain.nl"));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "domains.ldif:15: note: [unique-domain] cn=b,o=x: associatedDomain mydomain.nl is also "
                                + "in cn=a,o=x. Delete the value here.");
    }
}
