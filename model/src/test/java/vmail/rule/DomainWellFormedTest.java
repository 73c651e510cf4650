package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainWellFormedTest {

    private final DomainWellFormed rule = new DomainWellFormed();

    @Test
    void acceptsTheHowtosDomains() {
        List<Finding> findings = Leaf.findings(
                rule, Leaf.entry(Leaf.NL, "mydomain.nl"), Leaf.entry(Leaf.NU, "testdomain.nu", "anotherdomain.nu"));

        assertThat(findings).isEmpty();
    }

    @Test
    void namesEachThatPostfixDoesNotFind() {
        List<Finding> findings = Leaf.findings(
                rule, Leaf.entry(Leaf.NL, "MyDomain.nl.", "@mydomain.nl", "my domain.nl", "-x.nl", "dómain.nl", " "));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "domains.ldif:9: warning: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain MyDomain.nl. ends with a dot. Write associatedDomain: mydomain.nl.",
                        "domains.ldif:9: warning: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain @mydomain.nl is no domain. Write what stands behind the @ of an "
                                + "address, as mydomain.nl; other letters as your registrar does, xn--....",
                        "domains.ldif:9: warning: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain my domain.nl is no domain. Write what stands behind the @ of an "
                                + "address, as mydomain.nl; other letters as your registrar does, xn--....",
                        "domains.ldif:9: warning: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain -x.nl is no domain. Write what stands behind the @ of an address, as "
                                + "mydomain.nl; other letters as your registrar does, xn--....",
                        "domains.ldif:9: warning: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain dómain.nl is no domain. Write what stands behind the @ of an address, "
                                + "as mydomain.nl; other letters as your registrar does, xn--....",
                        "domains.ldif:9: warning: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain is empty. Delete the value.");
    }

    @Test
    void takesNoteOfWhatDoesNoHarm() {
        List<Finding> findings = Leaf.findings(rule, Leaf.entry(Leaf.NL, "MyDomain.nl", "xn--dmain-0ta.nl "));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "domains.ldif:9: note: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain MyDomain.nl has upper case or blanks at an end. Write "
                                + "associatedDomain: mydomain.nl.",
                        "domains.ldif:9: note: [domain-well-formed] dc=nl,ou=postfix,ou=System,o=company: "
                                + "associatedDomain xn--dmain-0ta.nl has upper case or blanks at an end. Write "
                                + "associatedDomain: xn--dmain-0ta.nl.");
        assertThat(findings).allMatch(finding -> finding.effect() == Effect.NONE);
    }
}
