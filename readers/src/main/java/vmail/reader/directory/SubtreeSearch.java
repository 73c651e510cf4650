package vmail.reader.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.account.LdapText;

/**
 * One search of everything below a base that ends well only when all of it was read.
 *
 * <p>Entries are handed on one by one; the SDK stops reading from the network while the consumer is busy, so memory does
 * not grow with the directory. A referral means that a part of the tree is elsewhere: it is not followed and the read is
 * incomplete. Paging is not used: slapd counts its size limit over all pages.
 *
 * @param bindDn who reads, for the {@code limits} line of the message
 */
record SubtreeSearch(LDAPInterface connection, DN base, Optional<DN> bindDn) {

    void forEach(Filter filter, Consumer<SearchResultEntry> consumer, String... attributes) throws IncompleteRead {
        Listener listener = new Listener(consumer);
        SearchRequest request = new SearchRequest(listener, base.toString(), SearchScope.SUB, filter, attributes);
        try {
            if (connection instanceof LDAPConnectionPool pool) {
                searchAlone(pool, request);
            } else {
                connection.search(request);
            }
        } catch (LDAPException e) {
            throw new IncompleteRead(message(LdapText.of(e), listener.entries));
        }
        if (!listener.reference.isEmpty()) {
            throw new IncompleteRead(
                    ("a part of %s is kept elsewhere (%s), referrals are not followed: read %d entries."
                                    + " Ask the server that holds the whole tree.")
                            .formatted(base, listener.reference, listener.entries));
        }
    }

    /**
     * On a connection of its own, which is given up when the consumer fails: the rest of the answer is still on its way,
     * and the pool would turn the consumer's exception into one of the directory.
     */
    private static void searchAlone(LDAPConnectionPool pool, SearchRequest request) throws LDAPException {
        LDAPConnection connection = pool.getConnection();
        boolean ended = false;
        try {
            connection.search(request);
            ended = true;
        } finally {
            if (ended) {
                pool.releaseConnection(connection);
            } else {
                pool.releaseDefunctConnection(connection);
            }
        }
    }

    private String message(LdapText answer, long entries) {
        ResultCode code = answer.code();
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return "%s can not be found: %s. %s.".formatted(base, answer, answer.remedy());
        }
        if (code.equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                || code.equals(ResultCode.TIME_LIMIT_EXCEEDED)
                || code.equals(ResultCode.ADMIN_LIMIT_EXCEEDED)) {
            return ("only the first %d entries below %s could be read: %s. Add this line to the database section of"
                            + " slapd.conf (paged results do not help, slapd counts over all pages): %s")
                    .formatted(entries, base, answer, limitsLine());
        }
        return "reading below %s ended early, after %d entries: %s. %s."
                .formatted(base, entries, answer, answer.remedy());
    }

    private String limitsLine() {
        String who = bindDn.map(dn -> "dn.exact=\"" + dn + "\"").orElse("anonymous");
        return "limits " + who + " size=unlimited time=unlimited";
    }

    private static final class Listener implements SearchResultListener {

        private static final long serialVersionUID = 1L;

        private final transient Consumer<SearchResultEntry> consumer;
        private long entries;
        private String reference = "";

        private Listener(Consumer<SearchResultEntry> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            entries++;
            consumer.accept(entry);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference part) {
            reference = String.join(", ", part.getReferralURLs());
        }
    }
}
