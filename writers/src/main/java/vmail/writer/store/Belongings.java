package vmail.writer.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vmail.store.DiskAttributes;
import vmail.store.Owner;

/**
 * Gives new things their owner and mode, whatever the umask is, and reads back whether the file system has kept them.
 *
 * <p>Modes go through {@code unix:mode}, since {@link PosixFilePermission} has no sticky bit.
 */
final class Belongings {

    private final Optional<Owner> owner;

    Belongings(Optional<Owner> owner) {
        this.owner = owner;
    }

    void makeDirectory(Path path, int mode) throws IOException {
        Files.createDirectory(path, attribute(mode));
        settle(path, mode);
    }

    void makeLink(Path path, Path target) throws IOException {
        Files.createSymbolicLink(path, target);
        giveToOwner(path);
    }

    /** With O_EXCL: fails where there is anything. */
    void makeFile(Path path, byte[] content, int mode) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(path, options, attribute(mode))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        settle(path, mode);
    }

    private void settle(Path path, int mode) throws IOException {
        boolean given = giveToOwner(path);
        if (look(path).permissions() != mode) {
            // O_NOFOLLOW and fchmod
            Files.setAttribute(path, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
            given = true;
        }
        if (given) {
            readBack(path, mode);
        }
    }

    private void readBack(Path path, int mode) throws IOException {
        DiskAttributes found = look(path);
        boolean owned = owner.isEmpty()
                || (owner.get().uid() == found.uid() && owner.get().gid() == found.gid());
        if (!owned || found.permissions() != mode) {
            throw new StoreUnavailable(String.format(
                    "the file system does not keep owners and modes: asked for %04o, got %s %d:%d. Use another one for mail.",
                    mode, found.permissionsText(), found.uid(), found.gid()));
        }
    }

    /** True when something had to be changed. */
    private boolean giveToOwner(Path path) throws IOException {
        if (owner.isEmpty()) {
            return false;
        }
        DiskAttributes found = look(path);
        // lchown each; the uid last, for who has given a thing away may not change it any more
        if (found.gid() != owner.get().gid()) {
            Files.setAttribute(path, "unix:gid", owner.get().gid(), LinkOption.NOFOLLOW_LINKS);
        }
        if (found.uid() != owner.get().uid()) {
            Files.setAttribute(path, "unix:uid", owner.get().uid(), LinkOption.NOFOLLOW_LINKS);
        }
        return found.gid() != owner.get().gid() || found.uid() != owner.get().uid();
    }

    static DiskAttributes look(Path path) throws IOException {
        return DiskAttributes.of(Files.readAttributes(path, DiskAttributes.NAMES, LinkOption.NOFOLLOW_LINKS));
    }

    private static FileAttribute<Set<PosixFilePermission>> attribute(int mode) {
        StringBuilder text = new StringBuilder("rwxrwxrwx");
        for (int i = 0; i < text.length(); i++) {
            if ((mode & (0400 >> i)) == 0) {
                text.setCharAt(i, '-');
            }
        }
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text.toString()));
    }
}
