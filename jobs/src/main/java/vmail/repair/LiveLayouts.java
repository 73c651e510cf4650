package vmail.repair;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.MailBase;
import vmail.account.PersonalAccount;
import vmail.account.SharedAccount;
import vmail.lookup.Lookup;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.settings.Settings;
import vmail.store.SharedAccounts;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;

/** What the directory wants on disk at this moment; every question is asked anew. */
final class LiveLayouts {

    private static final String STORE = "mailMessageStore";

    private final MailBase base;
    private final AccountLookup lookup;

    LiveLayouts(Settings settings, LDAPInterface directory) {
        this.base = settings.mailBase();
        this.lookup = new AccountLookup(
                directory, settings.accountBase().orElseThrow(), settings.systemBase(), settings.bindDn());
    }

    Optional<Candidate> entry(String dn) throws IncompleteRead {
        try {
            return lookup.entry(new DN(dn));
        } catch (LDAPException e) {
            // a finding about no entry, or one that only a file has
            return Optional.empty();
        }
    }

    /** The entries of the system leaf that have a domain. */
    List<Candidate> accepting(String domain) throws IncompleteRead {
        return lookup.answer(Lookup.DOMAIN, domain);
    }

    Optional<Account> account(String dn) throws IncompleteRead {
        return entry(dn).flatMap(found -> Account.of(found, base));
    }

    /** What an account wants; nothing when it is inactive. */
    List<StoreItem> layout(Account account) throws IncompleteRead {
        SharedAccounts shared = new SharedAccounts();
        if (account instanceof PersonalAccount person) {
            for (DN dn : person.sharedFolders()) {
                lookup.entry(dn)
                        .flatMap(found -> Account.of(found, base))
                        .filter(SharedAccount.class::isInstance)
                        .map(SharedAccount.class::cast)
                        .ifPresent(shared::add);
            }
        }
        return new StoreLayout(base, shared).of(account);
    }

    /** What an account wants at or below a place. */
    List<StoreItem> layout(String dn, Path place) throws IncompleteRead {
        Optional<Account> account = account(dn);
        return account.isEmpty()
                ? List.of()
                : layout(account.get()).stream()
                        .filter(item -> item.path().startsWith(place))
                        .toList();
    }

    /** The people whose maildir is at a place. */
    List<Account> people(Path maildir) throws IncompleteRead {
        return lookup.find(Filter.createEqualityFilter(STORE, maildir + "/")).stream()
                .flatMap(found -> Account.of(found, base).stream())
                .filter(PersonalAccount.class::isInstance)
                .filter(person -> person.store().path().equals(maildir))
                .toList();
    }

    /** Whether some entry, in whatever state, has its store at a place or below it. */
    boolean isWanted(Path place) throws IncompleteRead {
        Filter filter = Filter.createORFilter(
                Filter.createEqualityFilter(STORE, place.toString()),
                Filter.createEqualityFilter(STORE, place + "/"),
                Filter.createSubInitialFilter(STORE, place + "/"));
        // a directory may not tell /vmail/A from /vmail/a, as the disk does
        return lookup.find(filter).stream()
                .flatMap(entry -> entry.values(STORE).stream())
                .anyMatch(store -> store.equals(place.toString()) || store.startsWith(place + "/"));
    }

    /** What the shared accounts want that have a sharable maildir. */
    List<StoreItem> shared(Path sharableMaildir) throws IncompleteRead {
        Path links = base.sharedRoot().resolve(String.valueOf(sharableMaildir.getFileName()));
        List<Candidate> found = lookup.find(Filter.createSubInitialFilter(STORE, links + "/"));
        Stream<StoreItem> items = found.stream()
                .flatMap(each -> Account.of(each, base).stream())
                .flatMap(each -> new StoreLayout(base, new SharedAccounts()).onceActive(each).stream());
        return items.toList();
    }
}
