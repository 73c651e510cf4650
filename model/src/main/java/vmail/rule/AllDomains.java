package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vmail.account.Candidate;
import vmail.account.DomainName;

/** What a {@link DomainRule} may ask about all accepted domains and all accounts together. */
interface AllDomains {

    /** Where Postfix looks for domains; empty where that is not known. */
    Optional<DN> systemBase();

    /** Of the entries that have a domain the one that is to keep it: findings on the domain itself are told there. */
    DN keeper(String domain);

    /** Whether an account that is not inactive has an address in the domain. */
    boolean isUsed(String domain);

    /** Whether an account that is not inactive gets the mail for its postmaster. */
    boolean hasPostmaster(String domain);

    /** The domains of an entry as they are meant, each once; what is no domain is {@link DomainWellFormed}'s. */
    static List<String> of(Candidate entry) {
        return entry.values("associatedDomain").stream()
                .map(DomainWellFormed::written)
                .filter(DomainName::isWellFormed)
                .distinct()
                .toList();
    }

    /** Those that are told at this entry. */
    default List<String> kept(Candidate entry) {
        return of(entry).stream()
                .filter(domain -> keeper(domain).equals(entry.parsedDn()))
                .toList();
    }

    static String folded(String domain) {
        return domain.strip().toLowerCase(Locale.ROOT);
    }
}
