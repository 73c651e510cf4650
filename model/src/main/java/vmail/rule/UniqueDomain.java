package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/**
 * A domain stands in one entry of the system leaf (howto 1.4).
 *
 * <p>Two do no harm, until somebody takes the domain out of one of them and it stays accepted.
 */
public record UniqueDomain() implements DomainRule {

    @Override
    public String id() {
        return "unique-domain";
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
    public Mending mending() {
        return Mending.AUTOMATIC;
    }

    @Override
    public List<Finding> judge(Candidate entry, AllDomains all) {
        return AllDomains.of(entry).stream()
                .filter(domain -> !all.keeper(domain).equals(entry.parsedDn()))
                .map(domain -> finding(
                                entry,
                                "associatedDomain %s is also in %s".formatted(domain, all.keeper(domain)),
                                "Delete the value here")
                        .about(domain))
                .toList();
    }
}
