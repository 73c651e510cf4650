package vmail.rule;

import java.util.List;
import java.util.Locale;
import vmail.account.Candidate;
import vmail.account.LiveEntry;

/**
 * An entry with {@code associatedDomain} has the object class {@code domainRelatedObject} (howto 1.4: "two objectclasses are needed";
 * RFC 4524 3.3).
 *
 * <p>slapd refuses the entry otherwise, and mail to its domains is refused. One that is in the directory without it, by {@code slapadd}, works,
 * for Postfix asks for the attribute; the next change of it is refused.
 */
public record DomainObjectClass() implements DomainRule {

    @Override
    public String id() {
        return "domain-object-class";
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
        if (entry.values("objectClass").stream()
                .anyMatch(name -> name.strip().toLowerCase(Locale.ROOT).equals("domainrelatedobject"))) {
            return List.of();
        }
        Finding finding = finding(
                entry,
                "associatedDomain without domainRelatedObject",
                "Add objectClass: domainRelatedObject to the entry");
        return List.of(
                entry.origin() instanceof LiveEntry
                        ? finding.withSeverity(Severity.NOTE).withEffect(Effect.NONE)
                        : finding);
    }
}
