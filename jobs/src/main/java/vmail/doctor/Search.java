package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.function.Consumer;

/** One search of everything below a base that hands on entry by entry and keeps none. */
record Search(LDAPInterface directory, DN base) {

    static final int NO_LIMIT = 0;

    /**
     * Asks for names of attributes only, not for their values: no password travels.
     *
     * @param limit entries to ask for at most, or {@link #NO_LIMIT}
     */
    void names(Filter filter, int limit, Consumer<SearchResultEntry> consumer, String... attributes)
            throws LDAPException {
        run(filter, limit, true, consumer, attributes);
    }

    void values(Filter filter, Consumer<SearchResultEntry> consumer, String... attributes) throws LDAPException {
        run(filter, NO_LIMIT, false, consumer, attributes);
    }

    /** Values of at most so many entries. */
    void some(Filter filter, int limit, Consumer<SearchResultEntry> consumer, String... attributes)
            throws LDAPException {
        run(filter, limit, false, consumer, attributes);
    }

    private void run(
            Filter filter, int limit, boolean namesOnly, Consumer<SearchResultEntry> consumer, String... attributes)
            throws LDAPException {
        directory.search(new SearchRequest(
                new Each(consumer),
                base.toString(),
                SearchScope.SUB,
                DereferencePolicy.NEVER,
                limit,
                0,
                namesOnly,
                filter,
                attributes));
    }

    private record Each(Consumer<SearchResultEntry> consumer) implements SearchResultListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            consumer.accept(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference elsewhere) {
            // a part of the tree on another server: audit and import refuse it with its name
        }
    }
}
