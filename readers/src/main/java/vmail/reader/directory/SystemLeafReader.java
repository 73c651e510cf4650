package vmail.reader.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;

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
        forEach(entry -> domains.addAll(entry.values("associatedDomain")));
        return AcceptedDomains.of(domains, Optional.of(systemBase));
    }

    /**
     * Hands on the entries themselves, with what rules ask of them.
     *
     * @throws IncompleteRead as {@link #read}; the consumer may have seen some of the entries then
     */
    public void forEach(Consumer<Candidate> consumer) throws IncompleteRead {
        new SubtreeSearch(connection, systemBase, bindDn)
                .forEach(
                        Filter.createPresenceFilter("associatedDomain"),
                        entry -> consumer.accept(StampedEntry.candidate(entry)),
                        "objectClass",
                        "associatedDomain",
                        StampedEntry.CREATED,
                        StampedEntry.MODIFIED,
                        StampedEntry.MODIFIED_BY);
    }
}
