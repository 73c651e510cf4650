package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.reader.disk.Place.Kind;
import vmail.reader.disk.Place.Link;
import vmail.store.DiskAttributes;
import vmail.store.Errno;
import vmail.store.SubscriptionLines;

/**
 * Looks at single places below the mail base, one name after the other, so that every link on the way is seen. Never leaves
 * the mail base: whoever can write below it chooses names and targets.
 */
public final class DiskLook {

    /** As Linux: path_resolution(7). */
    private static final int MOST_LINKS = 40;

    private final MailBase base;

    public DiskLook(MailBase base) {
        this.base = base;
    }

    /**
     * Where a path leads.
     *
     * @throws IllegalArgumentException when the path is not below the mail base
     */
    public Place at(Path path) {
        requireBelow(path);
        List<Link> links = new ArrayList<>();
        Path here = base.path();
        try {
            Deque<Path> ahead = names(base.path().relativize(path));
            Optional<DiskAttributes> found = Disk.look(here);
            while (found.isPresent() && found.get().isDirectory() && !ahead.isEmpty()) {
                Path name = ahead.pop();
                if (name.toString().equals("..")) {
                    if (here.equals(base.path())) {
                        return place(
                                path,
                                links,
                                Kind.OUTSIDE,
                                links.get(links.size() - 1).at(),
                                found);
                    }
                    here = here.resolveSibling("");
                    found = Disk.look(here);
                    continue;
                }
                here = here.resolve(name);
                found = Disk.look(here);
                if (found.isPresent() && found.get().isLink()) {
                    Path target = Files.readSymbolicLink(here);
                    links.add(new Link(here, target));
                    if (links.size() > MOST_LINKS) {
                        return place(path, links, Kind.LOOP, here, found);
                    }
                    if (target.isAbsolute() && !target.startsWith(base.path())) {
                        return place(path, links, Kind.OUTSIDE, here, found);
                    }
                    here = target.isAbsolute() ? base.path() : here.resolveSibling("");
                    found = Disk.look(here);
                    prepend(ahead, target.isAbsolute() ? base.path().relativize(target) : target);
                }
            }
            if (found.isEmpty()) {
                return place(path, links, Kind.MISSING, here, found);
            }
            return place(path, links, found.get().isDirectory() ? Kind.DIRECTORY : Kind.NO_DIRECTORY, here, found);
        } catch (IOException e) {
            return new Place(path, links, Kind.UNKNOWN, here, Optional.empty(), Errno.words(e));
        }
    }

    private static Place place(Path path, List<Link> links, Kind kind, Path end, Optional<DiskAttributes> found) {
        return new Place(path, links, kind, end, found, "");
    }

    private static Deque<Path> names(Path relative) {
        Deque<Path> names = new ArrayDeque<>();
        prepend(names, relative);
        return names;
    }

    private static void prepend(Deque<Path> names, Path relative) {
        for (int i = relative.getNameCount() - 1; i >= 0; i--) {
            String name = relative.getName(i).toString();
            if (!name.isEmpty() && !name.equals(".")) {
                names.push(relative.getName(i));
            }
        }
    }

    /** The thing itself, a link too. Only ENOENT is empty. */
    public Optional<DiskAttributes> look(Path path) throws IOException {
        requireBelow(path);
        return Disk.look(path);
    }

    /** The target of what was seen to be a link, as it stands there. */
    public Path target(Path link) throws IOException {
        requireBelow(link);
        return Files.readSymbolicLink(link);
    }

    /** What is in a directory, sorted by name; no more than a number of things. */
    public List<Path> children(Path directory, int most) throws IOException {
        requireBelow(directory);
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
            for (Iterator<Path> i = paths.iterator(); i.hasNext() && children.size() < most; ) {
                children.add(i.next());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        children.sort(null);
        return children;
    }

    /**
     * The lines of a {@code shared-maildirs}.
     *
     * @return none where there is no such file, or something that Courier does not read as one
     */
    public SubscriptionLines subscriptions(Path file) throws IOException {
        boolean usable = look(file)
                .filter(DiskAttributes::isFile)
                .filter(found -> found.size() <= SubscriptionLines.LARGEST)
                .isPresent();
        return usable ? Disk.subscriptions(file) : new SubscriptionLines(List.of());
    }

    private void requireBelow(Path path) {
        if (!path.startsWith(base.path()) || !path.equals(path.normalize())) {
            throw new IllegalArgumentException(path + " is not below " + base);
        }
    }
}
