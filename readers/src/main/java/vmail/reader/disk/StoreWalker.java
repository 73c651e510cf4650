package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.store.DiskAttributes;
import vmail.store.DiskObject;
import vmail.store.DiskObject.Kind;
import vmail.store.Errno;
import vmail.store.MaildirShape;
import vmail.store.Owner;
import vmail.store.StoreMarks;

/**
 * Tells everything that lies below the mail base, down to maildirs; of a maildir whether it is as it must be, folders, links and
 * lists in it included, as a {@link StoreMarks mark}. Each thing is looked at once. Memory does not grow with the number of
 * maildirs.
 *
 * <p>Symbolic links are told, never followed; a directory that was replaced while it was looked at is not entered. What can not be
 * read is told as unknown and the walk goes on; what vanishes meanwhile is as if it had never been there.
 */
public final class StoreWalker {

    /** Of file systems, and of vmail itself; only directly below the mail base. */
    private static final String LOST_AND_FOUND = "lost+found";

    private static final String OURS = ".vmail-";
    /** No store is this deep: its path may have 1,024 characters. Each level takes a file descriptor. */
    private static final int DEEPEST = 128;
    /** Right to pass a directory. */
    private static final int SEARCH = 1;

    private static final int WRITE_AND_SEARCH = 3;

    private final MailBase base;
    private final Optional<Owner> owner;
    private final Consumer<DiskObject> out;

    public StoreWalker(MailBase base, Consumer<DiskObject> out) {
        this(base, Optional.empty(), out);
    }

    /** @param owner who mail must belong to; without one that is who the mail base belongs to */
    public StoreWalker(MailBase base, Optional<Owner> owner, Consumer<DiskObject> out) {
        this.base = base;
        this.owner = owner;
        this.out = out;
    }

    /** A mail base that is missing is unknown as a whole: it may be a file system that is not mounted. */
    public void walk() {
        walk(base.path());
    }

    /**
     * The same of a part: everything at or below a path, which is in the mail base.
     *
     * @param part the mail base itself, or below it; what is missing there is not told
     */
    public void walk(Path part) {
        boolean there = look(base.path(), () -> {
            DiskAttributes found = look(base.path());
            Owner mailOwner = owner.orElse(new Owner(found.uid(), found.gid()));
            new Walk(mailOwner, part).base(found);
        });
        if (!there) {
            tell(Kind.UNKNOWN, base.path(), "the mail base is missing or can not be read");
        }
    }

    /** One walk, by one thread. */
    private final class Walk {

        private final Owner mailOwner;
        private final Path part;
        /** Whether the mail owner can make and remove things in the shared root that is being walked. */
        private boolean writable;

        private Walk(Owner mailOwner, Path part) {
            this.mailOwner = mailOwner;
            this.part = part;
        }

        private boolean isWanted(Path path) {
            return path.startsWith(part) || part.startsWith(path);
        }

        private void base(DiskAttributes found) {
            children(base.path(), found, (path, child) -> {
                String name = name(path);
                if (!name.equals(LOST_AND_FOUND) && !name.startsWith(OURS)) {
                    belowBase(path, child);
                }
            });
        }

        private void belowBase(Path path, DiskAttributes found) throws IOException {
            if (path.equals(base.sharedRoot())) {
                directories(path, found, this::linksIn);
            } else if (path.equals(base.sharedMaildirsRoot())) {
                directories(path, found, this::sharable);
            } else {
                personal(path, found, 1, true);
            }
        }

        /** The directories in a shared root, which itself may be missing or something else. */
        private void directories(Path root, DiskAttributes found, Step step) throws IOException {
            writable = found.grants(mailOwner, WRITE_AND_SEARCH);
            if (isDirectory(root, found)) {
                children(root, found, (path, child) -> {
                    if (!isComma(path, child) && isDirectory(path, child)) {
                        step.take(path, child);
                    }
                });
            }
        }

        private void linksIn(Path directory, DiskAttributes attributes) {
            boolean usable = writable && attributes.grants(mailOwner, WRITE_AND_SEARCH);
            int count = children(directory, attributes, (path, found) -> {
                if (found.isLink()) {
                    Path target = Files.readSymbolicLink(path);
                    long mark =
                            usable ? StoreMarks.link(path.resolveSibling(target).normalize()) : StoreMarks.NONE;
                    out.accept(new DiskObject(Kind.LINK, path, new DiskPath(target).toString(), mark));
                } else if (!found.isDirectory()) {
                    tell(Kind.STRAY, path, found.kind());
                } else if (!isComma(path, found)) {
                    tell(Kind.MAILDIR, path, "");
                }
            });
            if (count == 0) {
                tell(Kind.EMPTY, directory, "");
            }
        }

        private void sharable(Path maildir, DiskAttributes attributes) throws IOException {
            Listing names = Listing.of(maildir, attributes);
            tell(Kind.SHARABLE_MAILDIR, maildir, mark(maildir, MaildirShape.SHARABLE, names, attributes));
            names.children().forEach((path, found) -> {
                // Courier shows a link to a folder as a folder; its own files have no leading dot
                if (!isComma(path, found) && name(path).startsWith(".") && !found.isFile()) {
                    look(path, () -> tell(Kind.FOLDER, path, mark(path, MaildirShape.FOLDER, found)));
                }
            });
        }

        private long mark(Path path, MaildirShape shape, DiskAttributes found) throws IOException {
            return found.isDirectory() ? mark(path, shape, Listing.of(path, found), found) : StoreMarks.NONE;
        }

        private long mark(Path path, MaildirShape shape, Listing names, DiskAttributes found) throws IOException {
            boolean sound = new MaildirLook(path, shape, mailOwner, owner.isPresent(), names)
                    .faults(found)
                    .isEmpty();
            return sound ? StoreMarks.sound() : StoreMarks.NONE;
        }

        private void personal(Path path, DiskAttributes found, int depth, boolean passable) throws IOException {
            if (isComma(path, found) || !isDirectory(path, found)) {
                return;
            }
            Listing names = Listing.of(path, found);
            if (names.isMaildir(path)) {
                maildir(path, found, names, passable);
            } else if (depth == DEEPEST) {
                tell(Kind.UNKNOWN, path, "more than " + DEEPEST + " directories inside each other");
            } else if (names.children().isEmpty()) {
                tell(Kind.EMPTY, path, "");
            } else {
                boolean open = passable && found.grants(mailOwner, SEARCH);
                Twins twins = new Twins(path);
                names.children().forEach((child, attributes) -> {
                    twins.add(child);
                    if (isWanted(child)) {
                        look(child, () -> personal(child, attributes, depth + 1, open));
                    }
                });
                twins.tell();
            }
        }

        private void maildir(Path path, DiskAttributes found, Listing names, boolean passable) throws IOException {
            long mark = passable ? personalMark(path, found, names) : StoreMarks.NONE;
            tell(Kind.MAILDIR, path, mark);
            Path comma = path.resolve(",");
            names.look(comma).ifPresent(attributes -> isComma(comma, attributes));
        }

        private long personalMark(Path path, DiskAttributes found, Listing names) throws IOException {
            boolean sound = new MaildirLook(path, MaildirShape.PERSONAL, mailOwner, owner.isPresent(), names)
                            .faults(found)
                            .isEmpty()
                    && new OwnFolders(path, names, mailOwner, owner.isPresent())
                            .faults()
                            .isEmpty()
                    && SubscriptionLook.isReadable(path, names, mailOwner);
            return sound ? SharedReading.mark(path, names) : StoreMarks.NONE;
        }

        /** How many children there are; negative when not all could be read. */
        private int children(Path directory, DiskAttributes attributes, Step step) {
            int[] count = {0};
            Twins twins = new Twins(directory);
            boolean complete = look(directory, () -> {
                if (part.startsWith(directory) && !part.equals(directory)) {
                    Path path = directory.resolve(part.getName(directory.getNameCount()));
                    count[0]++;
                    look(path, () -> step.take(path, look(path)));
                    if (path.equals(part)) {
                        twins.addThoseLike(path, attributes);
                    }
                    return;
                }
                try (DirectoryStream<Path> paths = Disk.open(directory, attributes)) {
                    for (Path path : paths) {
                        count[0]++;
                        twins.add(path);
                        look(path, () -> step.take(path, look(path)));
                    }
                } catch (DirectoryIteratorException e) {
                    throw e.getCause();
                }
            });
            twins.tell();
            return complete ? count[0] : -1;
        }
    }

    /**
     * Names in one directory that differ by case only: a store whose case was changed in the directory has its mail in two places. Only
     * names with upper case are kept, of which there are few.
     */
    private final class Twins {

        private final Path directory;
        private final Map<String, Path> upper = new TreeMap<>();

        private Twins(Path directory) {
            this.directory = directory;
        }

        private void add(Path path) {
            String name = name(path);
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals(name)) {
                Path other = upper.putIfAbsent(lower, path);
                if (other != null) {
                    StoreWalker.this.tell(Kind.TWIN, path, other.getFileName().toString());
                }
            }
        }

        /** Of one name that is looked at again, the others are not known. */
        private void addThoseLike(Path path, DiskAttributes attributes) throws IOException {
            try (DirectoryStream<Path> paths = Disk.open(directory, attributes)) {
                for (Path each : paths) {
                    if (name(each).equalsIgnoreCase(name(path))) {
                        add(each);
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }

        private void tell() {
            upper.forEach((lower, path) -> look(path, () -> {
                if (Disk.look(directory.resolve(lower)).isPresent()) {
                    StoreWalker.this.tell(Kind.TWIN, path, lower);
                }
            }));
        }
    }

    /** Tells and says true when Postfix has made it from the stores of several accounts, joined by commas. */
    private boolean isComma(Path path, DiskAttributes found) {
        boolean comma = name(path).endsWith(",") && found.isDirectory();
        if (comma) {
            tell(Kind.COMMA, path, "");
        }
        return comma;
    }

    /** Tells a stray thing when it is no directory. */
    private boolean isDirectory(Path path, DiskAttributes found) throws IOException {
        if (found.isLink()) {
            tell(Kind.STRAY, path, "a symbolic link to " + new DiskPath(Files.readSymbolicLink(path)));
        } else if (!found.isDirectory()) {
            tell(Kind.STRAY, path, found.kind());
        }
        return found.isDirectory();
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

    private void tell(Kind kind, Path path, long mark) {
        out.accept(new DiskObject(kind, path, "", mark));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private interface Step {
        void take(Path path, DiskAttributes found) throws IOException;
    }

    private interface Look {
        void take() throws IOException;
    }
}
