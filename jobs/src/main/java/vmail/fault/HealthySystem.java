package vmail.fault;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.MailBase;
import vmail.account.SharedAccount;
import vmail.store.Owner;
import vmail.store.SharedAccounts;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;
import vmail.writer.store.StoreWriter;

/**
 * A mail system in which an audit finds nothing: households in the directory and on disk, with mail, and with what Courier leaves
 * behind. The same for the same number of households, but for the hour of its mail.
 *
 * @param systemBase above accepted domains
 */
public record HealthySystem(DN accountBase, DN systemBase, MailBase base, int size) {

    /** @param number of households, counted from 0 */
    public Household household(int number) {
        return new Household(number, accountBase, base);
    }

    public List<Household> households() {
        return IntStream.range(0, size).mapToObj(this::household).toList();
    }

    /** All accounts there are. */
    public int accounts() {
        return size * Household.SIZE + 1;
    }

    /** Fills a directory, in which there may be what belongs above accounts. */
    public void load(LDAPInterface directory) throws LDAPException {
        for (Entry entry : entries()) {
            try {
                directory.add(entry);
            } catch (LDAPException e) {
                if (!e.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
                    throw e;
                }
            }
        }
    }

    private List<Entry> entries() {
        HouseholdEntries entries = new HouseholdEntries(accountBase, systemBase);
        List<Entry> all = new ArrayList<>(entries.common(household(0)));
        households().forEach(household -> all.addAll(entries.of(household)));
        return all;
    }

    /**
     * Makes a mail base, which must not be there yet, and all that is below.
     *
     * @param owner who gets it; whoever runs this, when empty
     * @param now when the mail has come
     */
    public void makeStores(Optional<Owner> owner, Instant now) throws IOException {
        List<Account> accounts = entries().stream()
                .map(entry -> new Candidate(new ReadOnlyEntry(entry), new LiveEntry()))
                .filter(Candidate::isAccount)
                .flatMap(candidate -> Account.of(candidate, base).stream())
                .toList();
        SharedAccounts shared = new SharedAccounts();
        accounts.stream()
                .filter(SharedAccount.class::isInstance)
                .map(SharedAccount.class::cast)
                .forEach(shared::add);
        StoreLayout layout = new StoreLayout(base, shared);
        List<StoreItem> items = accounts.stream()
                .flatMap(account -> layout.of(account).stream())
                .toList();
        try (StoreWriter writer =
                owner.isPresent() ? StoreWriter.open(base, owner, true) : StoreWriter.openOwn(base, true)) {
            writer.make(items);
        }
        CourierTraces traces = new CourierTraces(new ScratchDisk(base, owner), now);
        for (Household household : households()) {
            traces.of(household);
        }
    }
}
