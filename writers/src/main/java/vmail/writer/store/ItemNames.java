package vmail.writer.store;

import java.nio.file.Path;
import java.util.Optional;
import vmail.account.FolderName;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.store.DeliveryLink;
import vmail.store.Maildir;
import vmail.store.SharableMaildir;
import vmail.store.SharedFolder;
import vmail.store.StoreItem;
import vmail.store.Subscription;

/**
 * Checks the names of an item once more at the last door before the disk: whatever way it came, nothing may be made outside
 * of the place that its kind has.
 */
final class ItemNames {

    private final MailBase base;

    ItemNames(MailBase base) {
        this.base = base;
    }

    /** @throws IllegalArgumentException when a name could lead elsewhere; layouts of checked accounts have no such names */
    void check(StoreItem item) {
        fault(item).ifPresent(words -> {
            throw new IllegalArgumentException("refused to make " + item + ": it " + words);
        });
    }

    private Optional<String> fault(StoreItem item) {
        if (item instanceof Maildir maildir) {
            return personal(maildir.path());
        }
        if (item instanceof SharableMaildir maildir) {
            return sharable(maildir.path());
        }
        if (item instanceof SharedFolder folder) {
            return FolderName.fault(folder.name()).or(() -> sharable(folder.maildir()));
        }
        if (item instanceof DeliveryLink link) {
            return link(link);
        }
        if (item instanceof Subscription subscription) {
            return subscription(subscription);
        }
        throw new AssertionError("a kind of item that has no names: " + item);
    }

    private Optional<String> personal(Path path) {
        if (path.startsWith(base.sharedRoot()) || path.startsWith(base.sharedMaildirsRoot())) {
            return Optional.of("is a person's and lies among the shared folders");
        }
        return MailStore.fault(path + "/", base);
    }

    private Optional<String> sharable(Path path) {
        return base.sharedMaildirsRoot().equals(path.getParent())
                ? MailStore.fault(path + "/", base)
                : Optional.of("is not directly in " + base.sharedMaildirsRoot());
    }

    private Optional<String> link(DeliveryLink link) {
        Path target = link.target();
        if (!link.path().startsWith(base.sharedRoot())
                || link.path().getNameCount() != base.sharedRoot().getNameCount() + 2) {
            return Optional.of("is not in a directory of " + base.sharedRoot());
        }
        if (!target.getFileName().toString().startsWith(".")) {
            return Optional.of("points to no folder");
        }
        return FolderName.fault(target.getFileName().toString().substring(1))
                .or(() -> sharable(target.resolveSibling("")))
                .or(() -> MailStore.fault(link.path() + "/", base));
    }

    private Optional<String> subscription(Subscription subscription) {
        String nick = subscription.nick();
        if (nick.isEmpty() || nick.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "./#".indexOf(c) >= 0)) {
            return Optional.of("has a nick that maildirmake --add refuses");
        }
        if (!subscription.path().endsWith("shared-maildirs")) {
            return Optional.of("is not in a shared-maildirs");
        }
        return sharable(subscription.maildir())
                .or(() -> personal(subscription.path().resolveSibling("")));
    }
}
