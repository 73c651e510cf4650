package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import vmail.account.Candidate;

/**
 * An entry with {@code associatedDomain} lies below the system base, "system-leave" in the howto (1.4, 2.3).
 *
 * <p>Postfix looks there and nowhere else: mail to the domain is refused. Says nothing where the system base is not known.
 */
public record DomainBelowSystemBase() implements DomainRule {

    @Override
    public String id() {
        return "domain-below-system-base";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    @Override
    public List<Finding> judge(Candidate entry, AllDomains all) {
        return all.systemBase()
                .filter(base -> !entry.parsedDn().isDescendantOf(base, true))
                .map(base -> List.of(finding(
                        entry,
                        "the entry is not below the system base " + base,
                        "Name it " + new DN(entry.parsedDn().getRDN(), base))))
                .orElse(List.of());
    }
}
