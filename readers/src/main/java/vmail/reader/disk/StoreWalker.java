package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.store.DiskAttributes;
import vmail.store.DiskObject;
import vmail.store.DiskObject.Kind;
import vmail.store.Errno;
import vmail.store.MaildirShape;
import vmail.store.SubscriptionLines;

/**
 * Tells everything that lies below the mail base, down to maildirs and not into them: what Courier, filters and mail programs
 * keep inside is theirs. Memory does not grow with the number of maildirs.
 *
 * <p>Symbolic links are told, never followed. What can not be read is told as unknown and the walk goes on; what vanishes
 * meanwhile is as if it had never been there.
 */
public final class StoreWalker {

    /** Of file systems, and of vmail itself; only directly below the mail base. */
    private static final String LOST_AND_FOUND = "lost+found";

    private static final String OURS = ".vmail-";
    /** No store is this deep: its path may have 1,024 characters. Each level takes a file descriptor. */
    private static final int DEEPEST = 128;

    private final MailBase base;
    private final Consumer<DiskObject> out;

    public StoreWalker(MailBase base, Consumer<DiskObject> out) {
        this.base = base;
        this.out = out;
    }

    /** A mail base that is missing is unknown as a whole: it may be a file system that is not mounted. */
    public void walk() {
        if (!look(base.path(), () -> look(base.path()))) {
            tell(Kind.UNKNOWN, base.path(), "the mail base is missing or can not be read");
            return;
        }
        children(base.path(), path -> {
            String name = name(path);
            if (!name.equals(LOST_AND_FOUND) && !name.startsWith(OURS)) {
                belowBase(path);
            }
        });
    }

    private void belowBase(Path path) throws IOException {
        if (path.equals(base.sharedRoot())) {
            directories(path, this::linksIn);
        } else if (path.equals(base.sharedMaildirsRoot())) {
            directories(path, this::sharable);
        } else {
            personal(path, 1);
        }
    }

    /** The directories in a shared root, which itself may be missing or something else. */
    private void directories(Path root, Step step) throws IOException {
        if (isDirectory(root)) {
            children(root, path -> {
                if (!isComma(path) && isDirectory(path)) {
                    step.take(path);
                }
            });
        }
    }

    private void linksIn(Path directory) {
        int count = children(directory, path -> {
            DiskAttributes found = look(path);
            if (found.isLink()) {
                tell(Kind.LINK, path, new DiskPath(Files.readSymbolicLink(path)).toString());
            } else if (!found.isDirectory()) {
                tell(Kind.STRAY, path, found.kind());
            } else if (!isComma(path)) {
                tell(Kind.MAILDIR, path, "");
            }
        });
        if (count == 0) {
            tell(Kind.EMPTY, directory, "");
        }
    }

    private void sharable(Path maildir) {
        tell(Kind.SHARABLE_MAILDIR, maildir, "");
        children(maildir, path -> {
            if (isComma(path)) {
                return;
            }
            String name = name(path);
            // Courier shows a link to a folder as a folder; its own files have no leading dot
            if (name.startsWith(".") && !look(path).isFile()) {
                tell(Kind.FOLDER, path, "");
            }
        });
    }

    private void personal(Path path, int depth) throws IOException {
        if (isComma(path) || !isDirectory(path)) {
            return;
        }
        if (isMaildir(path)) {
            maildir(path);
        } else if (depth == DEEPEST) {
            tell(Kind.UNKNOWN, path, "more than " + DEEPEST + " directories inside each other");
        } else if (children(path, child -> personal(child, depth + 1)) == 0) {
            tell(Kind.EMPTY, path, "");
        }
    }

    private static boolean isMaildir(Path path) throws IOException {
        int parts = 0;
        for (String part : MaildirShape.PARTS) {
            parts += Disk.look(path.resolve(part))
                            .filter(DiskAttributes::isDirectory)
                            .isPresent()
                    ? 1
                    : 0;
        }
        return parts >= 2;
    }

    private void maildir(Path path) throws IOException {
        tell(Kind.MAILDIR, path, "");
        Path comma = path.resolve(",");
        if (Disk.look(comma).isPresent()) {
            isComma(comma);
        }
        look(path, () -> subscriptions(path));
    }

    private void subscriptions(Path maildir) throws IOException {
        Path file = maildir.resolve("shared-maildirs");
        Set<String> lines = new HashSet<>();
        Optional<DiskAttributes> found = Disk.look(file);
        if (found.filter(DiskAttributes::isFile).isPresent() && found.get().size() <= SubscriptionLines.LARGEST) {
            look(
                    file,
                    () -> Disk.subscriptions(file).lines().forEach(line -> {
                        lines.add(line.text());
                        tell(Kind.SUBSCRIPTION, file, line.text());
                    }));
        }
        Path opened = maildir.resolve("shared-folders");
        if (Disk.look(opened).filter(DiskAttributes::isDirectory).isPresent()) {
            children(opened, path -> opened(path, lines));
        }
    }

    /** Courier shows what {@code shared-folders/<nick>/<folder>/shared} points to, whether or not there is a line. */
    private void opened(Path nick, Set<String> lines) throws IOException {
        if (!look(nick).isDirectory()) {
            return;
        }
        Set<Path> maildirs = new TreeSet<>();
        children(nick, folder -> {
            Path link = folder.resolve("shared");
            if (Disk.look(link).filter(DiskAttributes::isLink).isPresent()) {
                Path target = Files.readSymbolicLink(link);
                maildirs.add(target.resolveSibling(""));
            }
        });
        for (Path maildir : maildirs) {
            if (!lines.contains(name(nick) + "\t" + maildir)) {
                tell(Kind.OPENED, nick, new DiskPath(maildir).toString());
            }
        }
    }

    /** Tells and says true when Postfix has made it from the stores of several accounts, joined by commas. */
    private boolean isComma(Path path) throws IOException {
        boolean comma = name(path).endsWith(",") && look(path).isDirectory();
        if (comma) {
            tell(Kind.COMMA, path, "");
        }
        return comma;
    }

    /** Tells a stray thing when it is no directory. */
    private boolean isDirectory(Path path) throws IOException {
        DiskAttributes found = look(path);
        if (found.isLink()) {
            tell(Kind.STRAY, path, "a symbolic link to " + new DiskPath(Files.readSymbolicLink(path)));
        } else if (!found.isDirectory()) {
            tell(Kind.STRAY, path, found.kind());
        }
        return found.isDirectory();
    }

    /** How many children there are; negative when not all could be read. */
    private int children(Path directory, Step step) {
        int[] count = {0};
        boolean complete = look(directory, () -> {
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
                for (Path path : paths) {
                    count[0]++;
                    look(path, () -> step.take(path));
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        });
        return complete ? count[0] : -1;
    }

    /** False when it could not be looked at, which has been told unless it is gone. */
    private boolean look(Path path, Look look) {
        try {
            look.take();
            return true;
        } catch (NoSuchFileException e) {
            // gone since its directory was read: a deleted or moved account, no error
            return false;
        } catch (IOException e) {
            tell(Kind.UNKNOWN, path, Errno.words(e));
            return false;
        }
    }

    private static DiskAttributes look(Path path) throws IOException {
        return Disk.look(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    private void tell(Kind kind, Path path, String detail) {
        out.accept(new DiskObject(kind, path, detail));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private interface Step {
        void take(Path path) throws IOException;
    }

    private interface Look {
        void take() throws IOException;
    }
}
