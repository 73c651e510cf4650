package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/** A rule that entries of the system leaf keep or break: the domains that Postfix accepts. {@link DomainCheck} asks. */
public sealed interface DomainRule extends Rule
        permits DomainWellFormed,
                UniqueDomain,
                DomainMatchesDn,
                DomainObjectClass,
                DomainBelowSystemBase,
                DomainInUse,
                PostmasterPresent {

    /** Judges one entry with {@code associatedDomain}, once all of them and all accounts are known. */
    List<Finding> judge(Candidate entry, AllDomains all);
}
