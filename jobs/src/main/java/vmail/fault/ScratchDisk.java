package vmail.fault;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vmail.account.MailBase;
import vmail.store.MaildirShape;
import vmail.store.Owner;

/**
 * Changes what is below a mail base that was made to be broken. Unlike the rest of vmail it deletes: nobody's mail is there.
 *
 * <p>Modes are set as given, whatever the umask is.
 */
public final class ScratchDisk {

    private final MailBase base;
    private final Optional<Owner> owner;

    /** @param owner who gets what is made; whoever runs this, when empty */
    public ScratchDisk(MailBase base, Optional<Owner> owner) {
        this.base = base;
        this.owner = owner;
    }

    /** Makes a directory, and those above it that are missing. */
    void directory(Path path, int mode) throws IOException {
        requireBelow(path);
        try {
            Files.createDirectory(path);
        } catch (NoSuchFileException e) {
            directory(path.resolveSibling(""), MaildirShape.PARENT_MODE);
            Files.createDirectory(path);
        }
        own(path);
        mode(path, mode);
    }

    /** As {@code maildirmake} makes it. */
    void maildir(Path path, MaildirShape shape) throws IOException {
        directory(path, shape.mode());
        for (String part : MaildirShape.PARTS) {
            directory(path.resolve(part), shape.innerMode());
        }
        if (shape.marked()) {
            file(path.resolve(MaildirShape.MARKER), "", MaildirShape.MARKER_MODE);
        }
    }

    /** A new file. */
    void file(Path path, String content, int mode) throws IOException {
        requireBelow(path);
        Files.writeString(path, content, StandardOpenOption.CREATE_NEW);
        own(path);
        mode(path, mode);
    }

    /** Changes the text of a file. */
    void edit(Path path, UnaryOperator<String> change) throws IOException {
        requireBelow(path);
        Files.writeString(path, change.apply(Files.readString(path)), StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Puts a line at the end of a file, which may be missing. */
    void append(Path path, String line) throws IOException {
        requireBelow(path);
        Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        own(path);
        mode(path, 0644);
    }

    void link(Path path, Path target) throws IOException {
        requireBelow(path);
        Files.createSymbolicLink(path, target);
        own(path);
    }

    /** A further name of a file. */
    void hardLink(Path path, Path file) throws IOException {
        requireBelow(path);
        requireBelow(file);
        Files.createLink(path, file);
    }

    void fifo(Path path) throws IOException {
        requireBelow(path);
        try {
            int code = new ProcessBuilder("mkfifo", "-m", "0600", path.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("mkfifo could not make " + path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + path + " was made");
        }
        own(path);
    }

    /** Lets it look as if it had been written at a time. */
    void time(Path path, Instant time) throws IOException {
        requireBelow(path);
        Files.setLastModifiedTime(path, FileTime.from(time));
    }

    void move(Path from, Path to) throws IOException {
        requireBelow(from);
        requireBelow(to);
        Files.move(from, to);
    }

    /** Takes the whole mail base away, as if its file system were not mounted; it is beside its place then. */
    void unmount() throws IOException {
        Files.move(base.path(), base.path().resolveSibling(base.path().getFileName() + ".unmounted"));
    }

    void mode(Path path, int mode) throws IOException {
        requireBelow(path);
        Files.setAttribute(path, "unix:mode", mode);
    }

    private void own(Path path) throws IOException {
        if (owner.isPresent()) {
            give(path, owner.get().uid(), owner.get().gid());
        }
    }

    int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** Gives it to another user and group. */
    void give(Path path, int uid, int gid) throws IOException {
        requireBelow(path);
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes it with all that is in it. */
    void remove(Path path) throws IOException {
        requireBelow(path);
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void requireBelow(Path path) {
        if (!path.startsWith(base.path()) || !path.equals(path.normalize())) {
            throw new IllegalArgumentException(path + " is not below " + base);
        }
    }
}
