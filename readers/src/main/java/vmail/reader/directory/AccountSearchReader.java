package vmail.reader.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.account.Candidate;

/**
 * Reads every account below the account base, or says that it could not.
 *
 * <p>Asks for all entries and judges here which are accounts, because slapd answers a filter on an attribute that its
 * schema does not know with success and no entries.
 *
 * @param bindDn who reads; only named in messages, empty for anonymous
 */
public record AccountSearchReader(LDAPInterface connection, DN accountBase, Optional<DN> bindDn) {

    /**
     * Hands on the accounts one by one; memory does not grow with their number.
     *
     * <p>The consumer sees accounts before it is known whether the read ends well: conclude from an absence only after
     * this method has returned. A second call reads anew.
     *
     * @throws IncompleteRead limits (4, 3, 11), a lost connection, a referral, a missing base, or access rules that hide
     *     {@code mailMessageStore} on every account
     */
    public void forEach(Consumer<Candidate> consumer) throws IncompleteRead {
        Accounts accounts = new Accounts(consumer);
        new SubtreeSearch(connection, accountBase, bindDn)
                .forEach(
                        Filter.createPresenceFilter("objectClass"),
                        entry -> accounts.accept(StampedEntry.candidate(entry)),
                        "*",
                        StampedEntry.CREATED,
                        StampedEntry.MODIFIED,
                        StampedEntry.MODIFIED_BY);
        if (accounts.read > 0 && accounts.withStore == 0) {
            throw new IncompleteRead(
                    ("none of the %d accounts below %s shows a mailMessageStore: the access rules hide it from %s."
                                    + " Give that DN read access to all attributes of accounts (slapd.access(5)).")
                            .formatted(
                                    accounts.read,
                                    accountBase,
                                    bindDn.map(DN::toString).orElse("anonymous")));
        }
    }

    private static final class Accounts {

        private final Consumer<Candidate> consumer;
        private long read;
        private long withStore;

        private Accounts(Consumer<Candidate> consumer) {
            this.consumer = consumer;
        }

        private void accept(Candidate candidate) {
            if (!candidate.isAccount()) {
                return;
            }
            read++;
            if (candidate.entry().hasAttribute("mailMessageStore")) {
                withStore++;
            }
            consumer.accept(candidate);
        }
    }
}
