package vmail.writer.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.store.DeliveryLink;
import vmail.store.DiskAttributes;
import vmail.store.MaildirShape;
import vmail.store.Owner;
import vmail.store.Repair;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.store.SubscriptionLines;

/**
 * Whether an item is there already, with a few lstat(2) and nothing else: on most runs nearly all are. Looks by path; what is
 * then made is made through open directories.
 */
final class StoreLook {

    private static final int OTHERS_WRITE = 022;
    private static final String MOVE = "Look what it is, move it away, then run the same command again";

    private final MailBase base;
    private final Owner owner;

    /** @param owner who mail belongs to: others' directories are no use, mail is deferred */
    StoreLook(MailBase base, Owner owner) {
        this.base = base;
        this.owner = owner;
    }

    /**
     * False when something has to be made.
     *
     * @throws InTheWay when something else is in its place, or it belongs to somebody else
     */
    boolean complete(StoreItem item) throws IOException, InTheWay {
        Path parent = base.path();
        for (Path name : base.path().relativize(item.path().getParent())) {
            parent = parent.resolve(name);
            Optional<DiskAttributes> found = look(parent);
            if (found.isEmpty()) {
                return false;
            }
            requireDirectory(parent, found.get());
        }
        Optional<DiskAttributes> found = look(item.path());
        if (found.isEmpty()) {
            return false;
        }
        if (item instanceof DeliveryLink link) {
            return pointsRight(link, found.get());
        }
        if (item instanceof Subscription subscription) {
            return holds(subscription, found.get());
        }
        return complete(item.path(), found.get(), MaildirShape.of(item).orElseThrow(AssertionError::new));
    }

    private boolean complete(Path path, DiskAttributes found, MaildirShape shape) throws IOException, InTheWay {
        boolean complete = true;
        requireUsable(path, found, shape);
        for (String name : MaildirShape.PARTS) {
            Path part = path.resolve(name);
            Optional<DiskAttributes> partFound = look(part);
            if (partFound.isPresent()) {
                requireUsable(part, partFound.get(), shape);
            }
            complete &= partFound.isPresent();
        }
        return complete
                && (!shape.marked() || look(path.resolve(MaildirShape.MARKER)).isPresent());
    }

    private void requireUsable(Path path, DiskAttributes found, MaildirShape shape) throws InTheWay {
        requireDirectory(path, found);
        if (found.uid() != owner.uid()) {
            throw new InTheWay(
                    path + " belongs to " + found.uid() + ":" + found.gid() + ", expected " + owner,
                    Repair.chown(path, owner));
        }
        if (!found.grants(owner, 7)) {
            throw new InTheWay(
                    path + " has mode " + found.permissionsText() + ", the owner can not use it",
                    "Run as the mail owner: chmod u+rwx " + Repair.quoted(path));
        }
        if (shape.equals(MaildirShape.PERSONAL) && (found.mode() & OTHERS_WRITE) != 0) {
            throw new InTheWay(
                    path + " has mode " + found.permissionsText() + ", others can put files in it or delete mail",
                    "Run as the mail owner: chmod 0700 " + Repair.quoted(path));
        }
    }

    private static void requireDirectory(Path path, DiskAttributes found) throws InTheWay {
        if (!found.isDirectory()) {
            throw new InTheWay(path + " is " + found.kind() + ", expected a directory", MOVE);
        }
    }

    private static boolean pointsRight(DeliveryLink link, DiskAttributes found) throws IOException, InTheWay {
        Path path = link.path();
        if (found.isDirectory()) {
            throw new InTheWay(
                    path + " is a real directory, expected a link to " + link.target(), Repair.realDirectory(link));
        }
        if (!found.isLink()) {
            throw new InTheWay(
                    path + " is " + found.kind() + ", expected a link to " + link.target(), Repair.moveAside(path));
        }
        Path target = Files.readSymbolicLink(path);
        if (!path.resolveSibling(target).normalize().equals(link.target())) {
            throw new InTheWay(
                    path + " points to " + new DiskPath(target) + ", expected " + link.target(), Repair.point(link));
        }
        return true;
    }

    private static boolean holds(Subscription subscription, DiskAttributes found) throws IOException, InTheWay {
        Path file = subscription.path();
        if (!found.isFile() || found.size() > SubscriptionLines.LARGEST) {
            throw new InTheWay(
                    file + " is " + found.kind() + " of " + found.size() + " bytes, expected a file of "
                            + SubscriptionLines.LARGEST + " at most",
                    MOVE);
        }
        SubscriptionLines lines = SubscriptionLines.of(read(file));
        Optional<SubscriptionLines.Line> other = lines.contradicting(subscription);
        if (other.isPresent()) {
            String words = other.get()
                    .fault()
                    .orElse("names " + DiskPath.shown(other.get().path()) + " as " + subscription.nick());
            throw new InTheWay(
                    file + " line " + other.get().number() + " " + words + ", expected " + subscription.maildir(),
                    "Correct or delete that line, then run the same command again");
        }
        return lines.hold(subscription);
    }

    /** Of a file that is there and is a file; one byte more than allowed when it is too large. */
    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(SubscriptionLines.LARGEST + 1);
        }
    }

    private static Optional<DiskAttributes> look(Path path) throws IOException {
        try {
            return Optional.of(Belongings.look(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
