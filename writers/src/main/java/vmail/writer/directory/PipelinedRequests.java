package vmail.writer.directory;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.AsyncRequestID;
import com.unboundid.ldap.sdk.AsyncSearchResultListener;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import vmail.account.LdapText;

/**
 * Several requests in flight on one connection: slapd writes one entry at a time, so more connections do not help, but a
 * connection that waits for each answer leaves it idle.
 *
 * <p>A request that got no answer in time, or was in flight when the connection ended, is answered with a code of this
 * side (81, 85): what the server did with it is not known.
 */
record PipelinedRequests(LDAPConnectionPool pool) implements Requests {

    private static final int IN_FLIGHT = 64;

    @Override
    public List<Optional<ReadOnlyEntry>> read(List<String> dns) throws LDAPException {
        LDAPConnection connection = pool.getConnection();
        boolean sound = false;
        try {
            List<Found> found = new ArrayList<>();
            List<LdapText> answers = inFlight(connection, dns, dn -> {
                Found entry = new Found(new AtomicReference<>());
                found.add(entry);
                SearchRequest base = Requests.lookUp(dn);
                return connection.asyncSearch(
                        new SearchRequest(entry, dn, SearchScope.BASE, base.getFilter(), base.getAttributes()));
            });
            List<Optional<ReadOnlyEntry>> entries = new ArrayList<>();
            for (int i = 0; i < dns.size(); i++) {
                entries.add(
                        entry(answers.get(i), found.size() > i ? found.get(i).get() : Optional.empty()));
            }
            sound = true;
            return entries;
        } finally {
            release(connection, sound);
        }
    }

    @Override
    public List<LdapText> send(List<EntryChange> changes) {
        LDAPConnection connection;
        try {
            connection = pool.getConnection();
        } catch (LDAPException e) {
            return changes.stream().map(change -> LdapText.of(e)).toList();
        }
        List<LdapText> answers = inFlight(connection, changes, change -> send(connection, change));
        release(connection, answers.stream().noneMatch(answer -> answer.code().isClientSideResultCode()));
        return answers;
    }

    private static AsyncRequestID send(LDAPConnection connection, EntryChange change) throws LDAPException {
        if (change instanceof EntryChange.Modify modify) {
            return connection.asyncModify(new ModifyRequest(modify.dn(), modify.modifications()), null);
        }
        ReadOnlyEntry wanted = change.wanted();
        return connection.asyncAdd(new AddRequest(wanted.getDN(), wanted.getAttributes()), null);
    }

    private static <T> List<LdapText> inFlight(LDAPConnection connection, List<T> requests, Sender<T> sender) {
        List<LdapText> answers = new ArrayList<>();
        List<AsyncRequestID> sent = new ArrayList<>();
        LdapText failure = new LdapText(ResultCode.SUCCESS, "", "");
        for (T request : requests) {
            if (sent.size() - answers.size() >= IN_FLIGHT) {
                answers.add(answer(connection, sent.get(answers.size())));
            }
            try {
                sent.add(sender.send(request));
            } catch (LDAPException e) {
                failure = LdapText.of(e);
                break;
            }
        }
        while (answers.size() < sent.size()) {
            answers.add(answer(connection, sent.get(answers.size())));
        }
        while (answers.size() < requests.size()) {
            answers.add(failure);
        }
        return answers;
    }

    private static LdapText answer(LDAPConnection connection, AsyncRequestID request) {
        long patience = connection.getConnectionOptions().getResponseTimeoutMillis();
        try {
            return LdapText.of(patience > 0 ? request.get(patience, TimeUnit.MILLISECONDS) : request.get());
        } catch (TimeoutException e) {
            return new LdapText(ResultCode.TIMEOUT, "", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new LdapText(ResultCode.USER_CANCELED, "", "");
        }
    }

    private static Optional<ReadOnlyEntry> entry(LdapText answer, Optional<ReadOnlyEntry> found) throws LDAPException {
        if (answer.code().equals(ResultCode.SUCCESS)) {
            return found;
        }
        if (answer.code().equals(ResultCode.NO_SUCH_OBJECT)) {
            return Optional.empty();
        }
        throw new LDAPException(answer.code(), answer.detail(), answer.matchedDn(), null);
    }

    private void release(LDAPConnection connection, boolean sound) {
        if (sound) {
            pool.releaseConnection(connection);
        } else {
            pool.releaseDefunctConnection(connection);
        }
    }

    private interface Sender<T> {

        AsyncRequestID send(T request) throws LDAPException;
    }

    private record Found(AtomicReference<ReadOnlyEntry> entry) implements AsyncSearchResultListener {

        private Optional<ReadOnlyEntry> get() {
            return Optional.ofNullable(entry.get());
        }

        @Override
        public void searchEntryReturned(SearchResultEntry found) {
            entry.set(found);
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            // of a base search there is none; the result code tells
        }

        @Override
        public void searchResultReceived(AsyncRequestID request, SearchResult result) {
            // waited for through the request
        }
    }
}
