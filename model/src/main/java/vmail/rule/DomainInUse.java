package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/**
 * Somebody has an address in each domain that Postfix accepts (howto 1.4). Judged on request: a domain may wait for its first account, as two
 * of the howto's own three do.
 *
 * <p>Otherwise all mail to the domain is refused, and whoever moved it elsewhere may have forgotten it here, so that mail from this host to it
 * never leaves. Inactive accounts do not count.
 */
public record DomainInUse() implements DomainRule {

    @Override
    public String id() {
        return "domain-in-use";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    @Override
    public boolean onRequest() {
        return true;
    }

    @Override
    public List<Finding> judge(Candidate entry, AllDomains all) {
        return all.kept(entry).stream()
                .filter(domain -> !all.isUsed(domain))
                .map(domain -> finding(
                                entry,
                                "domain %s is accepted, and nobody has an address in it".formatted(domain),
                                "Give somebody an address in it, or delete the value if the domain is no longer yours")
                        .about(domain))
                .toList();
    }
}
