package vmail.explain;

import com.unboundid.ldap.sdk.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vmail.account.Candidate;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.Place;
import vmail.rule.Effect;
import vmail.store.DiskAttributes;
import vmail.store.DiskObject;
import vmail.store.Errno;
import vmail.store.MaildirShape;

/** Whose a place on disk is, and who can read what is there. */
final class PathOwner {

    private static final int NAMED = 5;

    private final AccountLookup directory;
    private final MailBase base;
    private final DiskLook disk;
    private final Readers readers;
    private final Nobody nobody;
    private final SharedPlaces sharedPlaces;

    PathOwner(AccountLookup directory, MailBase base, DiskLook disk, Readers readers) {
        this.directory = directory;
        this.base = base;
        this.disk = disk;
        this.readers = readers;
        this.nobody = new Nobody(base);
        this.sharedPlaces = new SharedPlaces(directory, base, nobody);
    }

    /** @return the logins that can read it */
    Set<String> walk(Path path, Trail trail) throws IncompleteRead {
        String asked = new DiskPath(path).toString();
        if (!path.startsWith(base.path()) || path.equals(base.path())) {
            trail.fault(
                    Effect.NONE,
                    asked,
                    path.equals(base.path())
                            ? "is the mail base itself"
                            : "is not below the mail base " + base + "; not looked at",
                    List.of());
            return Set.of();
        }
        Place place = disk.at(path);
        place.links().stream()
                .distinct()
                .forEach(link ->
                        trail.fine("link " + new DiskPath(link.at()), "points to " + new DiskPath(link.target())));
        there(place, trail);
        comma(path, trail);
        List<Candidate> shared = sharedPlaces.owners(path, place, trail);
        if (!shared.isEmpty()) {
            return readersOf(shared, trail);
        }
        return sharedPlaces.holds(path) ? Set.of() : personal(path, place, trail);
    }

    private void there(Place place, Trail trail) {
        String asked = new DiskPath(place.path()).toString();
        String end = new DiskPath(place.end()).toString();
        String found = place.attributes()
                .map(each -> each.kind() + ", belongs to " + each.uid() + ":" + each.gid() + ", mode "
                        + each.permissionsText())
                .orElse("");
        switch (place.kind()) {
            case DIRECTORY, NO_DIRECTORY ->
                trail.fine(asked, "is " + found + (place.end().equals(place.path()) ? "" : " (" + end + ")"));
            case MISSING -> trail.fine(asked, "is not there" + (end.equals(asked) ? "" : ", nor is " + end));
            case OUTSIDE -> trail.fine(asked, end + " leads out of " + base + "; not followed from there");
            case LOOP -> trail.fine(asked, end + " leads in a circle of links");
            case UNKNOWN -> trail.unknown(asked, end + " can not be seen: " + place.words());
        }
    }

    private void comma(Path path, Trail trail) {
        Path here = base.path();
        for (Path name : base.path().relativize(path)) {
            here = here.resolve(name);
            if (name.toString().endsWith(",")) {
                nobody.tell(DiskObject.Kind.COMMA, here, "", trail);
                return;
            }
        }
    }

    private Set<String> readersOf(List<Candidate> owners, Trail trail) throws IncompleteRead {
        Set<String> all = new LinkedHashSet<>();
        for (Candidate owner : owners) {
            all.addAll(readers.of(owner, trail));
        }
        return all;
    }

    private Set<String> personal(Path path, Place place, Trail trail) throws IncompleteRead {
        List<Candidate> stores =
                new ArrayList<>(directory.find(Filter.createORFilter(new Neighbours(directory, base).above(path))));
        stores.sort(Comparator.comparingInt((Candidate each) -> store(each).getNameCount())
                .reversed());
        if (stores.isEmpty()) {
            return noStore(path, place, trail);
        }
        Path nearest = store(stores.get(0));
        List<Candidate> owners =
                stores.stream().filter(each -> store(each).equals(nearest)).toList();
        owners.forEach(owner -> trail.fine("owner", owner.dn() + ": " + inside(nearest, path)));
        return readersOf(owners, trail);
    }

    private Set<String> noStore(Path path, Place place, Trail trail) throws IncompleteRead {
        List<Candidate> below = directory.find(Filter.createSubInitialFilter("mailMessageStore", path + "/"));
        if (!below.isEmpty()) {
            String more = below.size() > NAMED ? " and " + (below.size() - NAMED) + " more" : "";
            trail.fine(
                    "owner",
                    below.stream().limit(NAMED).map(Candidate::dn).collect(Collectors.joining("; ")) + more
                            + ": stores are below it");
            return below.size() == 1 ? readersOf(below, trail) : Set.of();
        }
        try {
            Path top = topmostMaildir(path);
            boolean isDirectory =
                    disk.look(top).filter(DiskAttributes::isDirectory).isPresent();
            nobody.unlessMissing(
                    isMaildir(top)
                            ? DiskObject.Kind.MAILDIR
                            : isDirectory ? DiskObject.Kind.EMPTY : DiskObject.Kind.STRAY,
                    top,
                    place.attributes().map(DiskAttributes::kind).orElse(""),
                    place,
                    trail);
        } catch (IOException e) {
            trail.unknown("owner", "no account has it; what it is can not be seen: " + Errno.words(e));
        }
        return Set.of();
    }

    /** The first maildir on the way to a path, or the path itself. */
    private Path topmostMaildir(Path path) throws IOException {
        Path here = base.path();
        for (Path name : base.path().relativize(path)) {
            here = here.resolve(name);
            if (disk.at(here).kind() == Place.Kind.DIRECTORY && isMaildir(here)) {
                return here;
            }
        }
        return path;
    }

    private boolean isMaildir(Path path) throws IOException {
        int parts = 0;
        for (String part : MaildirShape.PARTS) {
            parts += disk.at(path.resolve(part)).kind() == Place.Kind.DIRECTORY ? 1 : 0;
        }
        return parts >= 2;
    }

    private static Path store(Candidate account) {
        return Path.of(account.values("mailMessageStore").get(0)).normalize();
    }

    /** What of a maildir a path in it is. */
    private static String inside(Path store, Path path) {
        if (path.equals(store)) {
            return "its store";
        }
        Path rest = store.relativize(path);
        String first = rest.getName(0).toString();
        if (MaildirShape.PARTS.contains(first)) {
            return "in its INBOX";
        }
        if (first.startsWith(".")) {
            return "in its folder INBOX" + DiskPath.shown(first);
        }
        return first.equals("shared-folders") ? "what it has opened of shared folders" : "in its store";
    }
}
