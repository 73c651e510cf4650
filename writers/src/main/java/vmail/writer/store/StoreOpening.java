package vmail.writer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.store.DiskAttributes;
import vmail.store.MaildirShape;
import vmail.store.Owner;
import vmail.store.Repair;

/** What has to be in order before a store is made: who we are, and where the mail base is. */
final class StoreOpening {

    private static final Path SELF = Path.of("/proc/self");

    private final MailBase base;
    private final boolean createBase;

    StoreOpening(MailBase base, boolean createBase) {
        this.base = base;
        this.createBase = createBase;
    }

    StoreWriter asMailOwner(Optional<Owner> owner) throws StoreUnavailable {
        return open(mailOwner(owner), owner.isPresent());
    }

    /** Who everything made shall belong to; refuses whoever could not give it to him. */
    static Owner mailOwner(Optional<Owner> owner) throws StoreUnavailable {
        Owner self = self();
        if (self.uid() == 0 && owner.isEmpty()) {
            throw new StoreUnavailable("refused to make stores as root, the mail system could not use them."
                    + " Run as the mail owner, or name the mail owner with --owner.");
        }
        if (owner.isPresent() && !owner.get().mayOwnMail()) {
            throw new StoreUnavailable(
                    "refused to make stores for " + owner.get() + ": Postfix delivers as no user below "
                            + Owner.LOWEST_UID + " (virtual_minimum_uid). Name the mail owner with --owner.");
        }
        if (self.uid() != 0 && owner.isPresent() && owner.get().uid() != self.uid()) {
            throw new StoreUnavailable("can not make stores for " + owner.get() + " as user " + self.uid()
                    + ". Run as the mail owner, or as root.");
        }
        return owner.orElse(self);
    }

    StoreWriter asMyself() throws StoreUnavailable {
        return open(self(), false);
    }

    private StoreWriter open(Owner owner, boolean give) throws StoreUnavailable {
        try {
            if (isMissing()) {
                make(base.path(), new Belongings(give ? Optional.of(owner) : Optional.empty()));
            }
            return StoreWriter.opened(base, owner, give);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            throw StoreUnavailable.at(base.path(), e);
        }
    }

    private boolean isMissing() throws IOException {
        try {
            DiskAttributes found = Belongings.look(base.path());
            if (!found.isDirectory()) {
                throw new StoreUnavailable("mail base " + base + " is " + found.kind()
                        + ", not a directory. Name the real directory as mail base, or mount it there.");
            }
            return false;
        } catch (NoSuchFileException e) {
            if (!createBase) {
                throw new StoreUnavailable(
                        "mail base " + base
                                + " is missing. Mount it, or make it with: install -d -m 0755 -o vmail -g vmail "
                                + Repair.quoted(base.path()),
                        e);
            }
            return true;
        }
    }

    /** Directories above the mail base may be links and belong to whoever makes them. */
    private static void make(Path path, Belongings belongings) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        belongings.makeDirectory(path, MaildirShape.PARENT_MODE);
    }

    /** The effective ids: the kernel gives /proc/self to them. */
    private static Owner self() throws StoreUnavailable {
        try {
            DiskAttributes self = DiskAttributes.of(Files.readAttributes(SELF.toRealPath(), DiskAttributes.NAMES));
            return new Owner(self.uid(), self.gid());
        } catch (IOException e) {
            throw StoreUnavailable.at(SELF, e);
        }
    }
}
