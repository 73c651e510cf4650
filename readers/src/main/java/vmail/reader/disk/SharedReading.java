package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vmail.account.DiskPath;
import vmail.store.DiskAttributes;
import vmail.store.DiskObject;
import vmail.store.DiskObject.Kind;
import vmail.store.StoreMarks;
import vmail.store.SubscriptionLines;

/**
 * Which shared folders a person reads: the lines of {@code shared-maildirs}, and what Courier keeps in {@code shared-folders} of those
 * that have been opened. Courier shows what {@code shared-folders/<nick>/<folder>/shared} points to, whether or not there is a line.
 */
public final class SharedReading {

    private final Path maildir;
    private final List<DiskObject> objects = new ArrayList<>();
    private final Set<String> lines = new HashSet<>();

    private SharedReading(Path maildir) {
        this.maildir = maildir;
    }

    /** Of a maildir that was seen to be a directory: objects of the kinds SUBSCRIPTION, OPENED and DEAD_END. */
    public static List<DiskObject> of(Path maildir) throws IOException {
        return of(maildir, Disk::look);
    }

    /** @param names of what is in the maildir */
    static List<DiskObject> of(Path maildir, Names names) throws IOException {
        SharedReading reading = new SharedReading(maildir);
        reading.subscriptions(names);
        reading.opened(names);
        return List.copyOf(reading.objects);
    }

    /** {@link StoreMarks#maildir} of what is readable as it must be; of anything else {@link StoreMarks#NONE}. */
    static long mark(Path maildir, Names names) throws IOException {
        List<DiskObject> objects = of(maildir, names);
        Set<String> lines = new HashSet<>();
        for (DiskObject object : objects) {
            if (object.kind() != Kind.SUBSCRIPTION || !lines.add(object.detail())) {
                return StoreMarks.NONE;
            }
        }
        return StoreMarks.maildir(List.copyOf(lines));
    }

    private void subscriptions(Names names) throws IOException {
        Path file = maildir.resolve("shared-maildirs");
        Optional<DiskAttributes> found = names.look(file);
        if (found.filter(DiskAttributes::isFile).isPresent() && found.get().size() <= SubscriptionLines.LARGEST) {
            for (SubscriptionLines.Line line : Disk.subscriptions(file).lines()) {
                lines.add(line.text());
                objects.add(new DiskObject(Kind.SUBSCRIPTION, file, line.text()));
            }
        }
    }

    private void opened(Names names) throws IOException {
        Path all = maildir.resolve("shared-folders");
        Optional<DiskAttributes> found = names.look(all);
        if (found.filter(DiskAttributes::isDirectory).isEmpty()) {
            return;
        }
        for (Map.Entry<Path, DiskAttributes> nick :
                Listing.of(all, found.get()).children().entrySet()) {
            if (nick.getValue().isDirectory()) {
                opened(
                        nick.getKey(),
                        Listing.of(nick.getKey(), nick.getValue()).children().keySet());
            }
        }
    }

    private void opened(Path nick, Set<Path> folders) throws IOException {
        Set<Path> maildirs = new TreeSet<>();
        List<DiskObject> dead = new ArrayList<>();
        for (Path folder : folders) {
            Path link = folder.resolve("shared");
            if (Disk.look(link).filter(DiskAttributes::isLink).isPresent()) {
                Path target = Files.readSymbolicLink(link);
                maildirs.add(target.resolveSibling(""));
                if (target.isAbsolute() && Disk.look(target).isEmpty()) {
                    dead.add(new DiskObject(Kind.DEAD_END, link, new DiskPath(target).toString()));
                }
            }
        }
        boolean elsewhere = false;
        for (Path shown : maildirs) {
            if (!lines.contains(nick.getFileName() + "\t" + shown)) {
                elsewhere = true;
                objects.add(new DiskObject(Kind.OPENED, nick, new DiskPath(shown).toString()));
            }
        }
        if (!elsewhere) {
            // what leads to another place than its line has its own finding
            objects.addAll(dead);
        }
    }
}
