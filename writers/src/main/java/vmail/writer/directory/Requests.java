package vmail.writer.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Optional;
import vmail.account.LdapText;

/** Requests of one batch and their answers, in the same order. */
interface Requests {

    /**
     * The entries of these names, all user attributes; empty where there is none.
     *
     * @throws LDAPException when one could not be asked for: then nothing is known of any
     */
    List<Optional<ReadOnlyEntry>> read(List<String> dns) throws LDAPException;

    /** Every change gets an answer, be it that its outcome is not known. */
    List<LdapText> send(List<EntryChange> changes);

    /** Several requests in flight on one connection of a pool, else one after the other. */
    static Requests on(LDAPInterface connection) {
        return connection instanceof LDAPConnectionPool pool
                ? new PipelinedRequests(pool)
                : new SingleRequests(connection);
    }

    static SearchRequest lookUp(String dn) {
        return new SearchRequest(dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "*");
    }
}
