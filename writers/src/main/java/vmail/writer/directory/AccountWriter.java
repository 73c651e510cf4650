package vmail.writer.directory;

import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.List;
import vmail.account.DirectoryUnavailable;

/**
 * Writes accounts: adds what is absent, changes what differs in managed attributes, leaves the rest alone.
 *
 * <p>Several requests are in flight on one connection when it gets a pool of a real server; on anything else they follow
 * one another. After an answer that leaves open what the server did (81, 85, 91, 51, 52, 80) the entry is read back. A
 * second run over the same accounts writes nothing.
 */
public final class AccountWriter {

    private final EntryWriter writer;

    /** @param update false to report entries that differ and leave them */
    public AccountWriter(LDAPInterface connection, PasswordPolicy passwords, ChangeLog log, boolean update) {
        this(connection, passwords, log, update, Patience.FOR_A_RESTART);
    }

    /** @param comparison decides what differs */
    public AccountWriter(LDAPInterface connection, EntryComparison comparison, ChangeLog log, boolean update) {
        writer = new EntryWriter(Requests.on(connection), comparison, log, update, Patience.FOR_A_RESTART);
    }

    AccountWriter(
            LDAPInterface connection, PasswordPolicy passwords, ChangeLog log, boolean update, Patience patience) {
        writer = new EntryWriter(Requests.on(connection), new EntryComparison(passwords), log, update, patience);
    }

    /**
     * One outcome for each account, in the same order.
     *
     * @param accounts some hundred are a good batch; each DN once; a parent not in a later batch than its child
     * @throws DirectoryUnavailable when the server takes no changes, went away, lacks the schema or the parent entry;
     *     some of the batch may have been written, the next run finds out
     * @throws IOException when a change can not be noted; then it was not made
     */
    public List<Outcome> write(List<ReadOnlyEntry> accounts) throws DirectoryUnavailable, IOException {
        return writer.write(accounts);
    }
}
