package vmail.reader.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.account.Candidate;
import vmail.account.LdapText;
import vmail.account.LiveEntry;
import vmail.lookup.Lookup;

/**
 * Asks the directory single questions, as Postfix and Courier do, so that an answer takes no time that grows with the number
 * of accounts and no limit on the size of answers is met.
 *
 * @param systemBase where {@link Lookup#DOMAIN} is asked
 * @param bindDn who reads; only named in messages, empty for anonymous
 */
public record AccountLookup(LDAPInterface connection, DN accountBase, Optional<DN> systemBase, Optional<DN> bindDn) {

    /**
     * The entries that answer a question, of whatever kind they are: a mail server does not look at object classes.
     *
     * @throws IncompleteRead when the base is missing or not all of the answer could be read
     * @throws IllegalStateException when asked for a domain without a system base
     */
    public List<Candidate> answer(Lookup lookup, String key) throws IncompleteRead {
        DN base = lookup == Lookup.DOMAIN
                ? systemBase.orElseThrow(() -> new IllegalStateException("no system base to ask for domains"))
                : accountBase;
        return below(base, lookup.filter(key));
    }

    /** The entries below the account base that match, as {@link #answer}. */
    public List<Candidate> find(Filter filter) throws IncompleteRead {
        return below(accountBase, filter);
    }

    /** Hands on the same one by one, with no more than some attributes, for answers that may be long. */
    public void forEach(Filter filter, Consumer<Candidate> consumer, String... attributes) throws IncompleteRead {
        new SubtreeSearch(connection, accountBase, bindDn)
                .forEach(filter, entry -> consumer.accept(new Candidate(entry, new LiveEntry())), attributes);
    }

    /**
     * One entry, wherever it is; empty when there is none, or none that the bind DN may see.
     *
     * @throws IncompleteRead when the directory says neither
     */
    public Optional<Candidate> entry(DN dn) throws IncompleteRead {
        try {
            SearchResultEntry entry = connection.getEntry(dn.toString(), "*");
            return Optional.ofNullable(entry).map(found -> new Candidate(found, new LiveEntry()));
        } catch (LDAPException e) {
            LdapText answer = LdapText.of(e);
            throw new IncompleteRead("can not read %s: %s. %s.".formatted(dn, answer, answer.remedy()));
        }
    }

    private List<Candidate> below(DN base, Filter filter) throws IncompleteRead {
        List<Candidate> found = new ArrayList<>();
        new SubtreeSearch(connection, base, bindDn)
                .forEach(filter, entry -> found.add(new Candidate(entry, new LiveEntry())), "*");
        return found;
    }
}
