package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomainBelowSystemBaseTest {

    private final DomainBelowSystemBase rule = new DomainBelowSystemBase();

    @Test
    void acceptsTheHowtosDomains() {
        List<Finding> findings = Leaf.findings(
                rule, Leaf.entry(Leaf.NL, "mydomain.nl"), Leaf.entry(Leaf.NU, "testdomain.nu", "anotherdomain.nu"));

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsAnEntryBesideIt() {
        List<Finding> findings = Leaf.findings(rule, Leaf.entry("dc=nl,ou=System,o=company", "mydomain.nl"));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("domains.ldif:15: warning: [domain-below-system-base] dc=nl,ou=System,o=company: the "
                        + "entry is not below the system base ou=postfix,ou=System,o=company. Name it "
                        + "dc=nl,ou=postfix,ou=System,o=company.");
    }

    @Test
    void saysNothingWhereItIsNotKnown() {
        List<Finding> findings = Leaf.findings(
                rule, Optional.empty(), List.of(), Leaf.entry("dc=nl,ou=System,o=company", "mydomain.nl"));

        assertThat(findings).isEmpty();
    }
}
