package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vmail.account.Candidate;

class DomainMatchesDnTest {

    private final DomainMatchesDn rule = new DomainMatchesDn();

    @Test
    void acceptsTheHowtosDomains() {
        List<Finding> findings = Leaf.findings(
                rule, Leaf.entry(Leaf.NL, "mydomain.nl"), Leaf.entry(Leaf.NU, "testdomain.nu", "anotherdomain.nu"));

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsADomainOfAnotherTopLevel() {
        List<Finding> findings = Leaf.findings(rule, Leaf.entry(Leaf.NU, "mydomain.nl", "anotherdomain.nu"));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("domains.ldif:15: note: [domain-matches-dn] dc=nu,ou=postfix,ou=System,o=company: "
                        + "associatedDomain mydomain.nl is not below nu. Move the value to the entry of nl.");
    }

    @Test
    void looksAtSeveralLevelsAndAtNothingElse() {
        String deep = "dc=mydomain,dc=nl,ou=postfix,ou=System,o=company";

        assertThat(Leaf.findings(rule, Leaf.entry(deep, "mydomain.nl", "sub.mydomain.nl")))
                .isEmpty();
        assertThat(Leaf.findings(rule, Leaf.entry(deep, "yourdomain.nl"))).hasSize(1);
        assertThat(Leaf.findings(rule, Leaf.entry("cn=nl,ou=postfix,ou=System,o=company", "mydomain.nu")))
                .isEmpty();
    }

    @Test
    void leavesTheSystemBaseOut() throws LDAPException {
        Candidate entry = Leaf.entry("dc=nl,dc=company,dc=org", "mydomain.nl");

        assertThat(Leaf.findings(rule, Optional.of(new DN("dc=company,dc=org")), List.of(), entry))
                .isEmpty();
        assertThat(Leaf.findings(rule, Optional.empty(), List.of(), entry)).isEmpty();
    }
}
