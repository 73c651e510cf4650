package vmail.report.audit;

import java.nio.file.Path;
import java.util.List;
import vmail.account.MailBase;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.store.SubscriptionLines;

/** All that the directory wants to be on disk, as a compact set to look up what the disk has. */
final class Expectations {

    private final MailBase base;
    private final PathHashes stores = new PathHashes();
    private final PathHashes parents = new PathHashes();
    private final PathHashes subscribers = new PathHashes();
    private final PathHashes nicks = new PathHashes();
    private final PathHashes lines = new PathHashes();
    /** Sharable maildirs that a person has a line for, by file. */
    private final PathHashes read = new PathHashes();
    /** Sharable maildirs of accounts whose folders are not known; any folder may be theirs. */
    private final PathHashes opaque = new PathHashes();

    Expectations(MailBase base) {
        this.base = base;
    }

    void add(List<StoreItem> layout) {
        for (StoreItem item : layout) {
            if (item instanceof Subscription line) {
                nicks.add(line.path() + "\t" + line.nick());
                lines.add(line.path() + "\t" + line.nick() + "\t" + line.maildir());
                read.add(line.path() + "\t" + line.maildir());
            } else {
                addStore(item.path());
            }
        }
    }

    /** A person's maildir, whose subscriptions are to be judged. */
    void addSubscriber(Path maildir) {
        subscribers.add(maildir.toString());
    }

    /** A store that some entry names, in whatever state the entry is; a shared one with its sharable maildir and all folders. */
    void addStore(Path store) {
        stores.add(store.toString());
        Path parent = store.resolveSibling("");
        while (parent.startsWith(base.path()) && !parents.contains(parent.toString())) {
            parents.add(parent.toString());
            parent = parent.resolveSibling("");
        }
    }

    void addOpaque(Path store) {
        addStore(store);
        if (store.startsWith(base.sharedRoot()) && !store.equals(base.sharedRoot())) {
            Path maildir = base.sharedMaildirsRoot()
                    .resolve(base.sharedRoot().relativize(store).getName(0));
            addStore(maildir);
            opaque.add(maildir.toString());
        }
    }

    boolean wants(Path store) {
        return stores.contains(store.toString());
    }

    /** Whether stores belong below it. */
    boolean wantsBelow(Path path) {
        return parents.contains(path.toString());
    }

    boolean wantsFolder(Path folder) {
        return wants(folder) || opaque.contains(folder.resolveSibling("").toString());
    }

    boolean isOpaque(String maildir) {
        return opaque.contains(maildir);
    }

    boolean isSubscriber(Path maildir) {
        return subscribers.contains(maildir.toString());
    }

    boolean wantsLine(Path file, SubscriptionLines.Line line) {
        return lines.contains(file + "\t" + line.text());
    }

    /** Whether the person reads the sharable maildir of the line, under whatever nick. */
    boolean wantsReading(Path file, SubscriptionLines.Line line) {
        return read.contains(file + "\t" + line.path());
    }

    /** A nick that is ours with another path: the account's own finding, unless the path leads to other people's mail. */
    boolean hasNick(Path file, String nick) {
        return nicks.contains(file + "\t" + nick);
    }
}
