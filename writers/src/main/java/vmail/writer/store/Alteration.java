package vmail.writer.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.store.DiskAttributes;
import vmail.store.Owner;

/**
 * Changes single things below the mail base, each in one step that has happened or has not, and never over something else: what is
 * there already ends it with {@link InTheWay}. Looks at what it changes in the directory that it holds open for the change.
 */
public final class Alteration {

    private final OpenMailBase disk;
    private final Staging staging;
    private final Belongings belongings;
    private final StoreWriter writer;

    Alteration(OpenMailBase disk, StoreWriter writer) {
        this.disk = disk;
        this.staging = writer.staging();
        this.belongings = writer.belongings();
        this.writer = writer;
    }

    /** Gives a thing to another owner; of a symbolic link the link itself. */
    public void give(Path path, Owner owner) throws IOException, InTheWay {
        try (Descent way = reach(path)) {
            Path pinned = way.deepest().pinned(name(path));
            // the uid last: who has given a thing away may not change it any more
            Files.setAttribute(pinned, "unix:gid", owner.gid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(pinned, "unix:uid", owner.uid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Of a directory or a file. */
    public void chmod(Path path, int mode) throws IOException, InTheWay {
        try (Descent way = reach(path)) {
            Standing found = require(way.deepest(), path);
            if (!found.isDirectory() && !found.isFile()) {
                throw other(path, found);
            }
            Path pinned = way.deepest().pinned(name(path));
            try {
                // O_NOFOLLOW and fchmod
                Files.setAttribute(pinned, "unix:mode", mode, LinkOption.NOFOLLOW_LINKS);
            } catch (AccessDeniedException e) {
                // its owner may not open it before he has changed its mode, and chmod(2) takes a name: it was looked at
                // just now
                Files.setAttribute(pinned, "unix:mode", mode);
            }
        }
    }

    /**
     * Moves a thing to a place that is free, on the same file system. A directory is renamed; everything else gets its new name before
     * it loses the old one, since rename(2) would replace a file. Killed between the two it has both names, and moving it again ends it.
     *
     * @param inode of the thing; another one is left alone
     */
    public void move(Path from, Path to, long inode) throws IOException, InTheWay {
        try (Descent away = reach(from);
                Descent there = reach(to)) {
            OpenDirectory source = away.deepest();
            OpenDirectory target = there.deepest();
            Standing moving = require(source, from);
            if (moving.inode() != inode) {
                throw new InTheWay(new DiskPath(from) + " is another one than a moment ago", "Look what it is");
            }
            if (moving.isDirectory()) {
                requireFree(target, to);
                source.move(name(from), target, name(to));
            } else {
                link(source, from, target, to, inode);
                source.deleteFile(name(from));
            }
            touched(source);
            touched(target);
        }
    }

    private static void link(OpenDirectory source, Path from, OpenDirectory target, Path to, long inode)
            throws IOException, InTheWay {
        Optional<Standing> there = OpenMailBase.standing(target, name(to));
        if (there.isPresent() && there.get().inode() == inode) {
            return;
        }
        try {
            // link(2) replaces nothing and follows no link
            Files.createLink(target.pinned(name(to)), source.pinned(name(from)));
        } catch (FileAlreadyExistsException e) {
            throw taken(to);
        }
    }

    /** Makes a directory. */
    public void makeFolder(Path path, int mode) throws IOException, InTheWay {
        try (Descent way = reach(path)) {
            if (!writer.inPlace().makeDirectory(way.deepest(), name(path), mode)) {
                throw taken(path);
            }
            touched(way.deepest());
        }
    }

    /** Removes an empty directory; rmdir(2) refuses all others. */
    public void removeFolder(Path path) throws IOException, InTheWay {
        try (Descent way = reach(path)) {
            way.deepest().deleteDirectory(name(path));
            touched(way.deepest());
        }
    }

    /** Removes a symbolic link of ours. */
    public void removeLink(Path path, Path target) throws IOException, InTheWay {
        try (Descent way = reach(path)) {
            Standing found = require(way.deepest(), path);
            if (!found.target().equals(Optional.of(target))) {
                throw other(path, found);
            }
            way.deepest().deleteFile(name(path));
            touched(way.deepest());
        }
    }

    /** Leads a symbolic link elsewhere, in one step, its owner stays: there is no moment without it in which a server could make a directory there. */
    public void repoint(Path path, Path from, Path to) throws IOException, InTheWay {
        String temporary = staging.nextName();
        try (Descent way = reach(path)) {
            Standing found = require(way.deepest(), path);
            belongings.makeLink(staging.pinned(temporary), to);
            keepOwner(staging.pinned(temporary), found.attributes());
            if (!found.target().equals(Optional.of(from))) {
                throw other(path, found);
            }
            staging.folder().move(temporary, way.deepest(), name(path));
            touched(way.deepest());
        } finally {
            staging.discard(temporary);
        }
    }

    /** Makes a file whole. */
    public void create(Path file, byte[] content, int mode) throws IOException, InTheWay {
        String temporary = staging.nextName();
        try (Descent way = reach(file)) {
            belongings.makeFile(staging.pinned(temporary), content, mode);
            Files.createLink(way.deepest().pinned(name(file)), staging.pinned(temporary));
            touched(way.deepest());
            writer.touchedFile(file);
        } catch (FileAlreadyExistsException e) {
            throw taken(file);
        } finally {
            staging.discard(temporary);
        }
    }

    /** Gives a small file another content, which readers see whole or not at all; owner and mode stay. */
    public void rewrite(Path file, byte[] before, byte[] after) throws IOException, InTheWay {
        String temporary = staging.nextName();
        try (Descent way = reach(file)) {
            OpenDirectory parent = way.deepest();
            DiskAttributes found = require(parent, file).attributes();
            Path content = staging.pinned(temporary);
            belongings.makeFile(content, after, found.permissions());
            keepOwner(content, found);
            requireContent(parent, file, before);
            staging.folder().move(temporary, parent, name(file));
            touched(parent);
            writer.touchedFile(file);
        } finally {
            staging.discard(temporary);
        }
    }

    private static void keepOwner(Path content, DiskAttributes as) throws IOException {
        DiskAttributes made = Belongings.look(content);
        if (made.gid() != as.gid()) {
            Files.setAttribute(content, "unix:gid", as.gid(), LinkOption.NOFOLLOW_LINKS);
        }
        if (made.uid() != as.uid()) {
            Files.setAttribute(content, "unix:uid", as.uid(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Removes a file that vmail has written and nobody has changed. */
    public void remove(Path file, byte[] content) throws IOException, InTheWay {
        try (Descent way = reach(file)) {
            requireContent(way.deepest(), file, content);
            way.deepest().deleteFile(name(file));
            touched(way.deepest());
        }
    }

    private static void requireContent(OpenDirectory parent, Path file, byte[] content) throws IOException, InTheWay {
        if (!Arrays.equals(OpenMailBase.read(parent, file, require(parent, file)), content)) {
            throw new InTheWay(new DiskPath(file) + " has other content than a moment ago", "Look who writes it");
        }
    }

    private Descent reach(Path path) throws IOException, InTheWay {
        Descent way = disk.reach(path);
        if (way.missing().isPresent()) {
            Path missing = way.deepest().path().resolve(way.missing().get());
            way.close();
            throw new InTheWay(new DiskPath(missing) + " is not there", "Look who removed it");
        }
        return way;
    }

    private static Standing require(OpenDirectory parent, Path path) throws IOException, InTheWay {
        return OpenMailBase.standing(parent, name(path))
                .orElseThrow(() -> new InTheWay(new DiskPath(path) + " is not there", "Look who removed it"));
    }

    private static void requireFree(OpenDirectory parent, Path path) throws IOException, InTheWay {
        if (OpenMailBase.standing(parent, name(path)).isPresent()) {
            throw taken(path);
        }
    }

    private static InTheWay taken(Path path) {
        return new InTheWay(new DiskPath(path) + " is there already", "Look what it is");
    }

    private static InTheWay other(Path path, Standing found) {
        String words = found.target()
                .map(target -> "a symbolic link to " + new DiskPath(target))
                .orElseGet(() -> found.attributes().kind());
        return new InTheWay(new DiskPath(path) + " is " + words, "Look what it is");
    }

    private void touched(OpenDirectory directory) {
        writer.touchedDirectory(directory.path());
    }

    private static String name(Path path) {
        return OpenMailBase.name(path);
    }
}
