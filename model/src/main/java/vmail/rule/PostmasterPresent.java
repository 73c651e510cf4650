package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/**
 * The postmaster of each domain that Postfix accepts gets mail (RFC 5321 4.5.1). Judged on request: the howto has none.
 *
 * <p>Its mail is refused otherwise, unlike that to a domain of /etc/aliases, for Postfix looks for all recipients among the accounts. Other
 * sites complain there, and some lists of bad hosts ask whether it works. Inactive accounts do not count.
 */
public record PostmasterPresent() implements DomainRule {

    @Override
    public String id() {
        return "postmaster-present";
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
    public boolean onRequest() {
        return true;
    }

    @Override
    public List<Finding> judge(Candidate entry, AllDomains all) {
        return all.kept(entry).stream()
                .filter(domain -> !all.hasPostmaster(domain))
                .map(domain -> finding(
                                entry,
                                "nobody gets the mail of postmaster@" + domain,
                                "Add mailAlternateAddress: postmaster@" + domain + " to the account of who answers it")
                        .about(domain))
                .toList();
    }
}
