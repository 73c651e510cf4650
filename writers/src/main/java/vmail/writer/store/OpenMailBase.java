package vmail.writer.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.store.DiskAttributes;
import vmail.store.Owner;
import vmail.store.StoreItem;
import vmail.store.SubscriptionLines;

/**
 * The mail base, held open, and single things below it: to look at, and to {@link Alteration alter}. Whatever name is given, every
 * directory on the way to it is opened one after the other and no symbolic link is followed.
 *
 * <p>Nothing is written as long as nothing is altered, not even the staging folder. One that alters works on a mail base at a time;
 * the caller holds the lock.
 */
public final class OpenMailBase implements Closeable {

    /** Of mail folders; no honest tree comes near. Each level takes a file descriptor. */
    private static final int DEEPEST = 128;

    private static final char NOT_UTF_8 = '\uFFFD';
    private static final String NAMES = DiskAttributes.NAMES + ",ino,nlink";

    private final MailBase base;
    private final Optional<Owner> given;
    private final Owner owner;
    private final OpenDirectory open;
    private @Nullable StoreWriter writer;

    private OpenMailBase(MailBase base, Optional<Owner> given, Owner owner, OpenDirectory open) {
        this.base = base;
        this.given = given;
        this.owner = owner;
        this.open = open;
    }

    /**
     * Refuses as {@link StoreWriter#open} does.
     *
     * @param owner who everything made shall belong to; who runs this, when empty
     */
    public static OpenMailBase open(MailBase base, Optional<Owner> owner) throws StoreUnavailable {
        return open(base, owner, StoreOpening.mailOwner(owner));
    }

    private static OpenMailBase open(MailBase base, Optional<Owner> given, Owner owner) throws StoreUnavailable {
        try {
            return new OpenMailBase(base, given, owner, OpenDirectory.of(base.path()));
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            throw StoreUnavailable.at(base.path(), e);
        }
    }

    public MailBase base() {
        return base;
    }

    /** Who mail belongs to. */
    public Owner owner() {
        return owner;
    }

    /** Whether things of other people can be given away, which only root can. */
    public boolean mayGive() {
        return given.isPresent();
    }

    /**
     * Empty when there is nothing of that name, or no directory that it could be in.
     *
     * @throws InTheWay when something on the way is no directory
     */
    public Optional<Standing> look(Path path) throws IOException, InTheWay {
        try (Descent way = reach(path)) {
            return way.missing().isPresent() ? Optional.empty() : standing(way.deepest(), name(path));
        }
    }

    /** What is in a directory, sorted; nothing where there is none. */
    public List<Path> children(Path directory) throws IOException, InTheWay {
        List<Path> children = new ArrayList<>();
        try (Descent way = reach(directory)) {
            OpenDirectory parent = way.deepest();
            String name = name(directory);
            if (way.missing().isEmpty()
                    && standing(parent, name).filter(Standing::isDirectory).isPresent()) {
                try (OpenDirectory itself = parent.open(name)) {
                    itself.entries().forEach(child -> children.add(directory.resolve(child)));
                }
            }
        }
        children.sort(null);
        return children;
    }

    /**
     * The content of a small file; empty where there is none.
     *
     * @throws InTheWay when it is no file, or too large for what it shall be
     */
    public Optional<byte[]> read(Path file) throws IOException, InTheWay {
        try (Descent way = reach(file)) {
            if (way.missing().isPresent()) {
                return Optional.empty();
            }
            Optional<Standing> found = standing(way.deepest(), name(file));
            return found.isEmpty() ? Optional.empty() : Optional.of(read(way.deepest(), file, found.get()));
        }
    }

    /** The caller has looked that it is there. */
    static byte[] read(OpenDirectory parent, Path file, Standing found) throws IOException, InTheWay {
        if (!found.isFile() || found.attributes().size() > SubscriptionLines.LARGEST) {
            throw new InTheWay(
                    new DiskPath(file) + " is " + found.attributes().kind() + " of "
                            + found.attributes().size() + " bytes, expected a file of " + SubscriptionLines.LARGEST
                            + " at most",
                    "Look what it is");
        }
        return StoreLook.read(parent.pinned(name(file)));
    }

    /**
     * Everything at and below a place, parents first, names in their order; links are told and not followed. Names that are not UTF-8
     * are told, too; all else here refuses them.
     */
    public void walk(Path top, Visit visit) throws IOException, InTheWay {
        try (Descent way = reach(top)) {
            if (way.missing().isEmpty()) {
                walk(way.deepest(), top.getFileName(), visit, 0);
            }
        }
    }

    private static void walk(OpenDirectory parent, Path name, Visit visit, int depth) throws IOException, InTheWay {
        Path path = parent.path().resolve(name);
        if (depth > DEEPEST) {
            throw new InTheWay(path + " is more than " + DEEPEST + " directories deep", "Look what it is");
        }
        Optional<Standing> found = standing(parent, name);
        if (found.isEmpty()) {
            return;
        }
        visit.at(path, found.get());
        Optional<OpenDirectory> opened = found.get().isDirectory() ? opened(parent, name) : Optional.empty();
        if (opened.isPresent()) {
            try (OpenDirectory directory = opened.get()) {
                for (Path child : directory.entries().stream().sorted().toList()) {
                    walk(directory, child, visit, depth + 1);
                }
            }
        }
    }

    /** Empty when it was moved away since it was looked at. */
    private static Optional<OpenDirectory> opened(OpenDirectory parent, Path name) throws IOException {
        try {
            return Optional.of(parent.open(name));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Makes items of a layout; see {@link StoreWriter#make}. */
    public List<StoreOutcome> make(List<StoreItem> items) throws StoreUnavailable {
        return writer().make(items);
    }

    /** To change single things. Sweeps what a dead run has left in the staging folder. */
    public Alteration alteration() throws StoreUnavailable {
        return new Alteration(this, writer());
    }

    /** After this, what was made and moved survives a power cut. */
    public void sync() throws StoreUnavailable {
        if (writer != null) {
            writer.sync();
        }
    }

    private StoreWriter writer() throws StoreUnavailable {
        StoreWriter known = writer;
        if (known == null) {
            known = StoreWriter.open(base, given, false);
            writer = known;
        }
        return known;
    }

    /** The way to the directory that a name is in. */
    Descent reach(Path path) throws IOException, InTheWay {
        if (!path.startsWith(base.path()) || path.equals(base.path()) || !path.equals(path.normalize())) {
            throw new IllegalArgumentException(path + " is not below " + base);
        }
        requireUtf8(path);
        return Descent.to(open, path.resolveSibling(""));
    }

    /** Its text would name another file, or none. */
    private static void requireUtf8(Path path) throws InTheWay {
        if (path.toString().indexOf(NOT_UTF_8) >= 0) {
            throw new InTheWay(new DiskPath(path) + " is not UTF-8", "Give it another name");
        }
    }

    static Optional<Standing> standing(OpenDirectory parent, String name) throws IOException {
        return standing(parent, Path.of(name));
    }

    private static Optional<Standing> standing(OpenDirectory parent, Path name) throws IOException {
        Path pinned = parent.pinned(name);
        try {
            Map<String, Object> found = Files.readAttributes(pinned, NAMES, LinkOption.NOFOLLOW_LINKS);
            DiskAttributes attributes = DiskAttributes.of(found);
            Optional<Path> target =
                    attributes.isLink() ? Optional.of(Files.readSymbolicLink(pinned)) : Optional.empty();
            return Optional.of(new Standing(attributes, number(found, "ino"), (int) number(found, "nlink"), target));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, Object> attributes, String name) {
        if (attributes.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new AssertionError("this Java has no unix attribute " + name);
    }

    static String name(Path path) {
        return path.getFileName().toString();
    }

    /** Removes the staging folder, where there is one. */
    @Override
    public void close() throws StoreUnavailable {
        StoreWriter known = writer;
        try (open) {
            if (known != null) {
                known.close();
            }
        } catch (StoreUnavailable e) {
            throw e;
        } catch (IOException e) {
            throw StoreUnavailable.at(base.path(), e);
        }
    }

    /** Told what is found on a walk. */
    public interface Visit {
        void at(Path path, Standing found) throws IOException, InTheWay;
    }
}
