package vmail.account;

import com.unboundid.ldap.sdk.DN;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The domains Postfix accepts mail for: {@code associatedDomain} in the system leaf (howto 1.4). Values that are no domain are not among
 * them: no address is ever in one.
 *
 * @param names lower case
 * @param known false when neither a directory nor a source told any domain: then nothing may be said about a domain
 * @param systemBase where they are kept, for remedies
 */
public record AcceptedDomains(TreeSet<String> names, boolean known, Optional<DN> systemBase) {

    public AcceptedDomains {
        names = new TreeSet<>(names);
    }

    public static AcceptedDomains unknown() {
        return new AcceptedDomains(new TreeSet<>(), false, Optional.empty());
    }

    public static AcceptedDomains of(Collection<String> domains, Optional<DN> systemBase) {
        TreeSet<String> names = new TreeSet<>();
        domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(DomainName::isWellFormed)
                .forEach(names::add);
        return new AcceptedDomains(names, true, systemBase);
    }

    public boolean contains(String domain) {
        return names.contains(domain.toLowerCase(Locale.ROOT));
    }
}
