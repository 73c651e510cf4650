package vmail.reader.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vmail.account.AcceptedDomains;

/**
 * Reads the domains that Postfix accepts mail for: each {@code associatedDomain} below the system base (howto 1.4).
 *
 * <p>Asks as Postfix does, for the attribute and not for the object class.
 *
 * @param bindDn who reads; only named in messages, empty for anonymous
 */
public record SystemLeafReader(LDAPInterface connection, DN systemBase, Optional<DN> bindDn) {

    /** @throws IncompleteRead when the base is missing or not all of it could be read */
    public AcceptedDomains read() throws IncompleteRead {
        TreeSet<String> domains = new TreeSet<>();
        new SubtreeSearch(connection, systemBase, bindDn)
                .forEach(
                        Filter.createPresenceFilter("associatedDomain"),
                        entry -> domains.addAll(List.of(entry.getAttributeValues("associatedDomain"))),
                        "associatedDomain");
        return AcceptedDomains.of(domains, Optional.of(systemBase));
    }
}
