package vmail.report.audit;

import vmail.account.Account;
import vmail.account.LiveEntry;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.store.DeliveryLink;
import vmail.store.Maildir;
import vmail.store.SharableMaildir;
import vmail.store.SharedFolder;
import vmail.store.StoreItem;
import vmail.store.Subscription;

/** The words for an item that is not on disk. */
final class MissingItem {

    private static final String REMEDY = "Run vmail make-stores";

    private MissingItem() {}

    static Finding finding(Account account, StoreItem item) {
        Finding finding =
                rule(account, item).finding(new LiveEntry(), account.dn().toString(), words(item), REMEDY);
        return finding.at(item.path()).about(item instanceof Subscription line ? line.nick() : "");
    }

    private static StoreRule rule(Account account, StoreItem item) {
        if (item instanceof Maildir) {
            return StoreRule.MAILDIR_PRESENT;
        }
        if (item instanceof SharableMaildir) {
            return StoreRule.SHARABLE_MAILDIR_PRESENT;
        }
        if (item instanceof SharedFolder folder) {
            return folder.name().equals(account.uid()) ? StoreRule.SHARED_FOLDER_PRESENT : StoreRule.SHARED_BOX_PRESENT;
        }
        if (item instanceof DeliveryLink) {
            return StoreRule.DELIVERY_LINK_PRESENT;
        }
        return StoreRule.SUBSCRIPTION_PRESENT;
    }

    private static String words(StoreItem item) {
        if (item instanceof Maildir) {
            return "maildir " + item.path() + " is missing";
        }
        if (item instanceof SharableMaildir) {
            return "sharable maildir " + item.path() + " is missing";
        }
        if (item instanceof SharedFolder) {
            return "shared folder " + item.path() + " is missing";
        }
        if (item instanceof DeliveryLink link) {
            return "delivery link " + link.path() + " to " + link.target() + " is missing";
        }
        if (item instanceof Subscription line) {
            return line.path() + " has no line for " + line.nick() + " (" + line.maildir() + ")";
        }
        throw new AssertionError("a kind of item without words: " + item);
    }
}
