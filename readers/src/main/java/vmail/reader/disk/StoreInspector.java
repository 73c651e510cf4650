package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.store.DeliveryLink;
import vmail.store.DiskAttributes;
import vmail.store.Errno;
import vmail.store.Fault;
import vmail.store.Fault.Kind;
import vmail.store.ItemState;
import vmail.store.ItemState.Missing;
import vmail.store.ItemState.Present;
import vmail.store.ItemState.Unknown;
import vmail.store.ItemState.Wrong;
import vmail.store.Maildir;
import vmail.store.MaildirShape;
import vmail.store.Owner;
import vmail.store.Repair;
import vmail.store.StoreItem;
import vmail.store.Subscription;

/**
 * Says whether an item of a layout is on disk as it must be. Keeps nothing between two questions, so that any number of
 * threads may ask.
 *
 * <p>Of a person's maildir also the folders in it. Does not look at mail, nor at what else Courier and mail programs add.
 */
public final class StoreInspector {

    private static final int ALL = 7;
    private static final int WRITE_AND_SEARCH = 3;
    private static final int SEARCH = 1;

    private final MailBase base;
    private final Optional<Owner> owner;

    /** @param owner who mail must belong to; without one that is who the mail base belongs to */
    public StoreInspector(MailBase base, Optional<Owner> owner) {
        this.base = base;
        this.owner = owner;
    }

    /** The state of the mail base itself; nothing can be said about items unless it is present. */
    public ItemState inspectBase() {
        Path path = base.path();
        try {
            Optional<DiskAttributes> found = Disk.look(path);
            if (found.isEmpty()) {
                return new Missing();
            }
            DiskAttributes attributes = found.get();
            if (!attributes.isDirectory()) {
                return new Wrong(List.of(new Fault(
                        Kind.BASE,
                        path,
                        "mail base " + path + " is " + attributes.kind() + ", not a directory",
                        "Name the real directory as mail base, or mount it there")));
            }
            if (owner.isPresent() && !attributes.grants(owner.get(), ALL)) {
                return new Wrong(List.of(new Fault(
                        Kind.BASE,
                        path,
                        "mail base " + path + " has mode " + attributes.permissionsText() + " and belongs to "
                                + attributes.uid() + ":" + attributes.gid() + ", so that the mail owner " + owner.get()
                                + " can not use it",
                        "Run as root: chown " + owner.get() + " " + Repair.quoted(path) + " && chmod 0755 "
                                + Repair.quoted(path))));
            }
            return new Present();
        } catch (IOException e) {
            return new Unknown(path, Errno.words(e));
        }
    }

    /** @throws IllegalArgumentException when the item is not below the mail base */
    public ItemState inspect(StoreItem item) {
        Path path = item.path();
        if (!path.startsWith(base.path()) || path.equals(base.path())) {
            throw new IllegalArgumentException(path + " is not below " + base);
        }
        try {
            return withParents(item);
        } catch (IOException e) {
            return new Unknown(path, Errno.words(e));
        }
    }

    private ItemState withParents(StoreItem item) throws IOException {
        Optional<DiskAttributes> top = Disk.look(base.path());
        if (top.isEmpty()) {
            return new Missing();
        }
        Owner mailOwner = owner.orElse(new Owner(top.get().uid(), top.get().gid()));
        Path parent = base.path();
        DiskAttributes last = top.get();
        for (Path name : base.path().relativize(item.path().getParent())) {
            if (name.toString().isEmpty()) {
                break; // the item is directly below the mail base
            }
            Path next = parent.resolve(name);
            Optional<DiskAttributes> found = Disk.look(next);
            if (found.isEmpty()) {
                return missing(item, parent, last, mailOwner);
            }
            Optional<Fault> fault = parentFault(next, found.get(), mailOwner);
            if (fault.isPresent()) {
                return new Wrong(List.of(fault.get()));
            }
            parent = next;
            last = found.get();
        }
        return itself(item, mailOwner, last);
    }

    /**
     * A maildir is made by the first mail or by {@code vmail make-stores}, unless the mail owner can not write where it belongs: then
     * that is the fault. Of shared items this has been looked at on the way, and the mail base has a finding of its own.
     */
    private ItemState missing(StoreItem item, Path parent, DiskAttributes found, Owner mailOwner) {
        boolean canBeMade =
                !(item instanceof Maildir) || parent.equals(base.path()) || found.grants(mailOwner, WRITE_AND_SEARCH);
        return canBeMade ? new Missing() : new Wrong(List.of(notUsable(parent, found, mailOwner)));
    }

    private Optional<Fault> parentFault(Path parent, DiskAttributes found, Owner mailOwner) {
        if (!found.isDirectory()) {
            return Optional.of(new Fault(
                            Kind.PARENT,
                            parent,
                            parent + " is " + found.kind() + ", expected a directory",
                            "Look what it is and move it away, then run vmail make-stores")
                    .deciding());
        }
        boolean shared = parent.startsWith(base.sharedRoot()) || parent.startsWith(base.sharedMaildirsRoot());
        if (found.grants(mailOwner, shared ? WRITE_AND_SEARCH : SEARCH)) {
            return Optional.empty();
        }
        return Optional.of(notUsable(parent, found, mailOwner));
    }

    private static Fault notUsable(Path parent, DiskAttributes found, Owner mailOwner) {
        return new Fault(
                Kind.PARENT,
                parent,
                parent + " has mode " + found.permissionsText() + " and belongs to " + found.uid() + ":" + found.gid()
                        + ", so that the mail owner " + mailOwner + " can not use it",
                "Run as root: chown -h " + mailOwner + " " + Repair.quoted(parent) + " && chmod u+rwx "
                        + Repair.quoted(parent));
    }

    private ItemState itself(StoreItem item, Owner mailOwner, DiskAttributes parent) throws IOException {
        Optional<DiskAttributes> found = Disk.look(item.path());
        if (found.isEmpty()) {
            return missing(item, item.path().resolveSibling(""), parent, mailOwner);
        }
        if (item instanceof DeliveryLink link) {
            return DeliveryLinkLook.at(link, found.get());
        }
        if (item instanceof Subscription subscription) {
            return SubscriptionLook.at(subscription, found.get(), mailOwner);
        }
        MaildirShape shape = MaildirShape.of(item)
                .orElseThrow(() -> new AssertionError("neither link nor line nor directory: " + item));
        MaildirLook look = new MaildirLook(item.path(), shape, mailOwner, owner.isPresent());
        return item instanceof Maildir && found.get().isDirectory()
                ? personal(look, item.path(), found.get(), mailOwner)
                : look.at(found.get());
    }

    private ItemState personal(MaildirLook look, Path maildir, DiskAttributes found, Owner mailOwner)
            throws IOException {
        List<Fault> faults = new ArrayList<>(look.faults(found));
        faults.addAll(new OwnFolders(maildir, Listing.of(maildir, found), mailOwner, owner.isPresent()).faults());
        return faults.isEmpty() ? new Present() : new Wrong(faults);
    }
}
