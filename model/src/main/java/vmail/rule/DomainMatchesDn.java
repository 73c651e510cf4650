package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;

/**
 * A domain stands below its own top level: {@code mydomain.nl} in {@code dc=nl} (howto 1.4).
 *
 * <p>Postfix looks for the domain and not for the name of the entry; people look for the entry. Says nothing of entries that are not named
 * by {@code dc}.
 */
public record DomainMatchesDn() implements DomainRule {

    @Override
    public String id() {
        return "domain-matches-dn";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public List<Finding> judge(Candidate entry, AllDomains all) {
        return all.kept(entry).stream()
                .filter(domain -> !fits(domain, entry.parsedDn(), all.systemBase()))
                .map(domain -> finding(
                                entry,
                                "associatedDomain %s is not below %s"
                                        .formatted(domain, nameOf(entry.parsedDn(), all.systemBase())),
                                "Move the value to the entry of " + domain.substring(domain.lastIndexOf('.') + 1))
                        .about(domain))
                .toList();
    }

    static boolean fits(String domain, DN dn, Optional<DN> systemBase) {
        String name = nameOf(dn, systemBase);
        return name.isEmpty() || domain.equals(name) || domain.endsWith("." + name);
    }

    /** What the dc parts of a DN come to, those of the system base left out; empty where that can not be told. */
    private static String nameOf(DN dn, Optional<DN> systemBase) {
        List<String> labels = new ArrayList<>();
        DN rest = dn;
        while (rest != null && !systemBase.filter(rest::equals).isPresent()) {
            RDN rdn = rest.getRDN();
            if (rdn == null || rdn.isMultiValued() || !rdn.hasAttribute("dc")) {
                return systemBase.isPresent() ? "" : AllDomains.folded(String.join(".", labels));
            }
            labels.add(rdn.getAttributeValues()[0]);
            rest = rest.getParent();
        }
        return rest == null ? "" : AllDomains.folded(String.join(".", labels));
    }
}
