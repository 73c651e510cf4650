package vmail.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class DomainObjectClassTest {

    private final DomainObjectClass rule = new DomainObjectClass();

    @Test
    void acceptsTheHowtosDomains() {
        List<Finding> findings = Leaf.findings(
                rule, Leaf.entry(Leaf.NL, "mydomain.nl"), Leaf.entry(Leaf.NU, "testdomain.nu", "anotherdomain.nu"));

        assertThat(findings).isEmpty();
    }

    @Test
    void reportsARecordThatTheDirectoryRefuses() {
        List<Finding> findings = Leaf.findings(rule, Leaf.withoutClass(Leaf.NL, "mydomain.nl"));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly("domains.ldif:9: warning: [domain-object-class] dc=nl,ou=postfix,ou=System,o=company: "
                        + "associatedDomain without domainRelatedObject. Add objectClass: domainRelatedObject to "
                        + "the entry.");
    }

    @Test
    void takesNoteOfAnEntryThatIsThere() {
        List<Finding> findings = Leaf.findings(rule, Leaf.live(Leaf.withoutClass(Leaf.NL, "mydomain.nl")));

        assertThat(findings)
                .extracting(Finding::severity, Finding::effect)
                .containsExactly(tuple(Severity.NOTE, Effect.NONE));
    }
}
