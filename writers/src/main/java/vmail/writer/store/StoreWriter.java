package vmail.writer.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.store.DeliveryLink;
import vmail.store.Errno;
import vmail.store.MaildirShape;
import vmail.store.Owner;
import vmail.store.Repair;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.writer.store.StoreOutcome.AlreadyThere;
import vmail.writer.store.StoreOutcome.Conflict;
import vmail.writer.store.StoreOutcome.Made;

/**
 * Makes what is missing of stores, exactly as Courier's maildirmake(1) does and independent of the umask. Never overwrites, never
 * deletes, never re-points: what is in the way is a {@link Conflict}. A second run makes nothing and changes nothing.
 *
 * <p>What is new appears whole: a killed run leaves nothing half-made in sight, and the next one sweeps up. One writer at a time
 * works on a mail base; the caller holds the lock.
 */
public final class StoreWriter implements Closeable {

    /** Enough for a deep path that somebody else makes at the same time. */
    private static final int ATTEMPTS = 40;

    private final ItemNames names;
    private final OpenDirectory base;
    private final Staging staging;
    private final Belongings belongings;
    private final StoreLook look;
    private final InPlace inPlace;
    private final Touched touched = new Touched();

    private StoreWriter(MailBase base, OpenDirectory open, Owner owner, Belongings belongings) throws IOException {
        this.names = new ItemNames(base);
        this.base = open;
        this.staging = Staging.in(open);
        this.belongings = belongings;
        this.look = new StoreLook(base, owner);
        this.inPlace = new InPlace(staging, belongings);
    }

    /**
     * Refuses to run as root without an owner: the mail system could not use what root makes (howto 1.8).
     *
     * @param owner who everything made shall belong to; who runs this, when empty
     * @param createBase whether to make the mail base where it is missing; otherwise it may be a file system that is not mounted
     */
    public static StoreWriter open(MailBase base, Optional<Owner> owner, boolean createBase) throws StoreUnavailable {
        return new StoreOpening(base, createBase).asMailOwner(owner);
    }

    /** For a mail base of one's own that no mail server works with, as the demo's: everything belongs to who runs this, even to root. */
    public static StoreWriter openOwn(MailBase base, boolean createBase) throws StoreUnavailable {
        return new StoreOpening(base, createBase).asMyself();
    }

    /** Where things are made before they are moved in; one for each writer. */
    Staging staging() {
        return staging;
    }

    Belongings belongings() {
        return belongings;
    }

    InPlace inPlace() {
        return inPlace;
    }

    /** Something has appeared in it or gone from it. */
    void touchedDirectory(Path directory) {
        touched.directory(directory);
    }

    /** It has new content. */
    void touchedFile(Path file) {
        touched.file(file);
    }

    static StoreWriter opened(MailBase base, Owner owner, boolean give) throws IOException {
        OpenDirectory open = OpenDirectory.of(base.path());
        try {
            return new StoreWriter(base, open, owner, new Belongings(give ? Optional.of(owner) : Optional.empty()));
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    /**
     * One outcome for each item, in the same order. Items of one account, or of a chunk of accounts, go together: what lies in one
     * new directory appears in one step.
     *
     * @throws StoreUnavailable when the file system fails; everything made so far stays and is right
     * @throws IllegalArgumentException when an item's name leads out of its place; nothing has been made then
     */
    public synchronized List<StoreOutcome> make(List<StoreItem> items) throws StoreUnavailable {
        items.forEach(names::check);
        Map<StoreItem, StoreOutcome> done = new HashMap<>();
        List<StoreOutcome> outcomes = new ArrayList<>(items.size());
        for (StoreItem item : items) {
            if (!done.containsKey(item)) {
                make(item, items, done);
            }
            outcomes.add(done.getOrDefault(item, new AlreadyThere(item)));
            done.put(item, done.get(item) instanceof Conflict conflict ? conflict : new AlreadyThere(item));
        }
        return List.copyOf(outcomes);
    }

    private void make(StoreItem item, List<StoreItem> items, Map<StoreItem, StoreOutcome> done)
            throws StoreUnavailable {
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !done.containsKey(item); attempt++) {
                if (look.complete(item)) {
                    done.put(item, new AlreadyThere(item));
                } else {
                    makeMissing(item, items, done);
                }
            }
            if (!done.containsKey(item)) {
                throw new InTheWay(item.path() + " changes all the time", "Run the same command again");
            }
        } catch (InTheWay e) {
            done.put(item, e.of(item));
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            done.put(item, refusal(item, e));
        }
    }

    /** One directory that refuses is a matter of this account; everything else a matter of the file system. */
    private static Conflict refusal(StoreItem item, IOException failure) throws StoreUnavailable {
        boolean refused = failure instanceof AccessDeniedException
                || Errno.words(failure).equals("Operation not permitted")
                || Errno.words(failure).equals("Too many levels of symbolic links");
        if (!refused) {
            throw StoreUnavailable.at(item.path(), failure);
        }
        return new Conflict(
                item,
                new DiskPath(item.path()) + " can not be made: " + Errno.words(failure),
                "Look at owners, modes and flags: namei -l " + Repair.quoted(item.path()) + " and lsattr -d "
                        + Repair.quoted(item.path().resolveSibling("")));
    }

    private void makeMissing(StoreItem item, List<StoreItem> items, Map<StoreItem, StoreOutcome> done)
            throws IOException, InTheWay {
        Optional<MaildirShape> shape = MaildirShape.of(item);
        Path directory = shape.isPresent() ? item.path() : item.path().resolveSibling("");
        try (Descent descent = Descent.to(base, directory)) {
            OpenDirectory deepest = descent.deepest();
            if (descent.missing().isPresent()) {
                if (item instanceof Subscription) {
                    throw new InTheWay(directory + " is missing, which the line belongs in", "Make the maildir first");
                }
                makeTree(deepest, descent.missing().get(), item, items, done);
            } else if (shape.isPresent()) {
                made(item, inPlace.complete(deepest, shape.get()), deepest, done);
            } else if (item instanceof DeliveryLink link) {
                made(item, inPlace.makeLink(deepest, link) ? List.of(link.path()) : List.of(), deepest, done);
            } else if (item instanceof Subscription line) {
                made(item, inPlace.append(deepest, line) ? List.of(line.path()) : List.of(), deepest, done);
            }
        }
    }

    private void made(StoreItem item, List<Path> paths, OpenDirectory in, Map<StoreItem, StoreOutcome> done) {
        if (!paths.isEmpty()) {
            done.put(item, new Made(item, paths));
            touched.directory(in.path());
            if (item instanceof Subscription) {
                touched.file(item.path());
            }
        }
    }

    private void makeTree(
            OpenDirectory parent, String name, StoreItem item, List<StoreItem> items, Map<StoreItem, StoreOutcome> done)
            throws IOException {
        Path place = parent.path().resolve(name);
        String temporary = staging.nextName();
        StagedTree tree = new StagedTree(staging.pinned(temporary), place, belongings);
        boolean moved = false;
        try {
            for (StoreItem other : items) {
                // another account's link waits until its folder is there
                boolean early = other instanceof DeliveryLink && !other.equals(item);
                if (!early && !done.containsKey(other)) {
                    tree.add(other);
                }
            }
            tree.finish();
            moved = moved(temporary, parent, name);
            if (moved) {
                done.putAll(tree.outcomes());
                touched.directory(parent.path());
                tree.files().forEach(touched::file);
            }
        } catch (AtomicMoveNotSupportedException e) {
            // another file system is mounted here: make one directory, then look again
            boolean itself = place.equals(item.path());
            int mode = itself
                    ? MaildirShape.of(item).orElseThrow(AssertionError::new).mode()
                    : MaildirShape.PARENT_MODE;
            inPlace.makeDirectory(parent, name, mode);
        } finally {
            if (!moved) {
                staging.discard(temporary);
            }
        }
    }

    /** False when something came into being there meanwhile: a first mail, for example. */
    private boolean moved(String temporary, OpenDirectory parent, String name) throws IOException {
        try {
            staging.folder().move(temporary, parent, name);
            return true;
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (parent.look(name).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /**
     * After this, what was made survives a power cut. Once for many accounts: one fsync for each directory in which something has
     * appeared.
     */
    public synchronized void sync() throws StoreUnavailable {
        touched.sync();
    }

    /** Removes the staging folder. Does not sync. */
    @Override
    public synchronized void close() throws StoreUnavailable {
        try (base) {
            staging.close();
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            throw StoreUnavailable.at(base.path().resolve(Staging.NAME), e);
        }
    }
}
