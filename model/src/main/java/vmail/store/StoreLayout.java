package vmail.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.MailBase;
import vmail.account.PersonalAccount;
import vmail.account.SharedAccount;

/**
 * What must be on disk for an account. The writer makes it and the auditor compares with it, so the two can not disagree.
 *
 * <p>Items come in the order in which they must be made: a link after its target, a subscription after the maildir.
 */
public final class StoreLayout {

    private static final String SUBSCRIPTIONS = "shared-maildirs";

    private final MailBase base;
    private final SharedAccounts shared;

    public StoreLayout(MailBase base, SharedAccounts shared) {
        this.base = base;
        this.shared = shared;
    }

    public MailBase base() {
        return base;
    }

    public SharedAccounts shared() {
        return shared;
    }

    /** Nothing for an inactive account, as in the howto's script; what it has on disk stays. */
    public List<StoreItem> of(Account account) {
        if (account.status() == AccountStatus.INACTIVE) {
            return List.of();
        }
        return account instanceof SharedAccount folder ? shared(folder) : personal((PersonalAccount) account);
    }

    /** What an inactive account shall have once it is activated. */
    public List<StoreItem> onceActive(Account account) {
        return account instanceof SharedAccount folder ? shared(folder) : personal((PersonalAccount) account);
    }

    private List<StoreItem> personal(PersonalAccount account) {
        Path maildir = account.store().path();
        List<StoreItem> items = new ArrayList<>();
        items.add(new Maildir(maildir));
        account.sharedFolders().stream()
                .flatMap(dn -> shared.find(dn).stream())
                .map(folder -> new Subscription(maildir.resolve(SUBSCRIPTIONS), folder.nick(), folder.maildir(base)))
                .distinct()
                .forEach(items::add);
        return List.copyOf(items);
    }

    private List<StoreItem> shared(SharedAccount account) {
        Path maildir = account.maildir(base);
        List<StoreItem> items = new ArrayList<>();
        items.add(new SharableMaildir(maildir));
        Stream.concat(Stream.of(account.uid()), account.boxes().stream())
                .map(name -> new SharedFolder(maildir, name))
                .forEach(items::add);
        items.add(new DeliveryLink(account.store().path(), maildir.resolve("." + account.uid())));
        return List.copyOf(items);
    }
}
