package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomainInUseTest {

    private final DomainInUse rule = new DomainInUse();

    @Test
    void acceptsADomainInWhichSomebodyHasAnAddress() {
        List<Finding> findings = findings(
                Howto.albert().with("mail", "ao@TestDomain.nu").with("mailAlternateAddress", "@anotherdomain.nu"));

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsTheOthers() {
        List<Finding> findings = findings(Howto.albert());

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("domains.ldif:15: note: [domain-in-use] dc=nu,ou=postfix,ou=System,o=company: domain "
                        + "testdomain.nu is accepted, and nobody has an address in it. Give somebody an address in "
                        + "it, or delete the value if the domain is no longer yours.");
    }

    @Test
    void doesNotCountInactiveAccounts() {
        List<Finding> findings = findings(Howto.albert().with("accountStatus", "inactive"));

        assertThat(findings).extracting(Finding::about).containsExactly("testdomain.nu", "anotherdomain.nu");
    }

    @Test
    void isJudgedOnRequestOnly() {
        assertThat(rule.onRequest()).isTrue();
    }

    private List<Finding> findings(Howto account) {
        return Leaf.findings(
                rule,
                Optional.of(Howto.SYSTEM_BASE),
                List.of(account),
                Leaf.entry(Leaf.NU, "testdomain.nu", "anotherdomain.nu"));
    }
}
