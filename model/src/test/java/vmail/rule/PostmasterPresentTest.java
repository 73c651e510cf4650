package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmasterPresentTest {

    private final PostmasterPresent rule = new PostmasterPresent();

    @ParameterizedTest
    @ValueSource(strings = {"Postmaster@anotherdomain.nu", "@anotherdomain.nu", "postmaster"})
    void acceptsWhateverBringsSomebodyItsMail(String alias) {
        List<Finding> findings = findings(Howto.albert().with("mailAlternateAddress", alias));

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsADomainWithout() {
        List<Finding> findings = findings(Howto.albert().with("mail", "postmaster@mydomain.nl"));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("domains.ldif:15: warning: [postmaster-present] dc=nu,ou=postfix,ou=System,o=company: "
                        + "nobody gets the mail of postmaster@anotherdomain.nu. Add mailAlternateAddress: "
                        + "postmaster@anotherdomain.nu to the account of who answers it.");
    }

    @Test
    void doesNotCountInactiveAccounts() {
        List<Finding> findings = findings(
                Howto.albert().with("mail", "postmaster@anotherdomain.nu").with("accountStatus", "inactive"));

        assertThat(findings).hasSize(1);
    }

    @Test
    void isJudgedOnRequestOnly() {
        assertThat(rule.onRequest()).isTrue();
    }

    private List<Finding> findings(Howto account) {
        return Leaf.findings(
                rule, Optional.of(Howto.SYSTEM_BASE), List.of(account), Leaf.entry(Leaf.NU, "anotherdomain.nu"));
    }
}
