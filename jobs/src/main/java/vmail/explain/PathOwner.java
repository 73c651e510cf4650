package vmail.explain;

import com.unboundid.ldap.sdk.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.account.SharedAccount;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.Place;
import vmail.report.audit.StoreAuditor;
import vmail.rule.Effect;
import vmail.rule.Finding;
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

    PathOwner(AccountLookup directory, MailBase base, DiskLook disk, Readers readers) {
        this.directory = directory;
        this.base = base;
        this.disk = disk;
        this.readers = readers;
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
        place.links()
                .forEach(link ->
                        trail.fine("link " + new DiskPath(link.at()), "points to " + new DiskPath(link.target())));
        there(place, trail);
        comma(path, trail);
        if (path.startsWith(base.sharedMaildirsRoot())) {
            return inSharedMaildirs(path, place, trail);
        }
        return path.startsWith(base.sharedRoot()) ? inShared(path, place, trail) : personal(path, place, trail);
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
                orphan(DiskObject.Kind.COMMA, here, "", trail, new StoreAuditor(base));
                return;
            }
        }
    }

    private Set<String> inSharedMaildirs(Path path, Place place, Trail trail) throws IncompleteRead {
        if (path.equals(base.sharedMaildirsRoot())) {
            trail.fine("owner", "none: it holds the sharable maildirs of all shared accounts");
            return Set.of();
        }
        Path maildir = base.path().resolve(base.path().relativize(path).subpath(0, 2));
        List<Candidate> owners = sharedBelow(base.sharedRoot().resolve(maildir.getFileName()));
        if (owners.isEmpty()) {
            nobody(DiskObject.Kind.SHARABLE_MAILDIR, maildir, "", place, trail);
            return Set.of();
        }
        folder(path, maildir, owners, trail);
        return readersOf(owners, trail);
    }

    private void folder(Path path, Path maildir, List<Candidate> owners, Trail trail) {
        if (path.equals(maildir)
                || !path.getName(maildir.getNameCount()).toString().startsWith(".")) {
            owners.forEach(owner -> trail.fine("owner", owner.dn() + ": its sharable maildir"));
            return;
        }
        Path folder = maildir.resolve(path.getName(maildir.getNameCount()));
        String name = folder.getFileName().toString().substring(1);
        boolean named = false;
        StoreAuditor auditor = new StoreAuditor(base);
        for (Candidate owner : owners) {
            Optional<SharedAccount> account = shared(owner);
            boolean delivered = account.filter(each -> each.uid().equals(name)).isPresent();
            boolean box = account.filter(each -> each.boxes().contains(name)).isPresent();
            named |= delivered || box;
            trail.fine(
                    "owner",
                    owner.dn()
                            + (delivered
                                    ? ": the folder its mail is delivered to"
                                    : box ? ": its folder " + name : ": its sharable maildir"));
            account.ifPresentOrElse(
                    each -> auditor.account(
                            each,
                            List.of(new vmail.store.SharableMaildir(maildir)),
                            item -> PRESENT,
                            PathOwner::ignore),
                    () -> {});
        }
        if (!named) {
            orphan(DiskObject.Kind.FOLDER, folder, "", trail, auditor);
        }
    }

    private static final vmail.store.ItemState PRESENT = new vmail.store.ItemState.Present();

    private static void ignore(Finding finding) {}

    private Set<String> inShared(Path path, Place place, Trail trail) throws IncompleteRead {
        int depth = path.getNameCount() - base.sharedRoot().getNameCount();
        if (depth == 0) {
            trail.fine("owner", "none: it holds the delivery links of all shared accounts");
            return Set.of();
        }
        Path link = depth == 1
                ? path
                : base.path().resolve(base.path().relativize(path).subpath(0, 3));
        List<Candidate> owners = depth == 1
                ? sharedBelow(path)
                : directory.find(Filter.createORFilter(
                        Filter.createEqualityFilter("mailMessageStore", link + "/"),
                        Filter.createEqualityFilter("mailMessageStore", link.toString())));
        if (owners.isEmpty()) {
            boolean isLink = place.links().stream().anyMatch(each -> each.at().equals(link));
            String target = place.links().stream()
                    .filter(each -> each.at().equals(link))
                    .map(each -> new DiskPath(each.target()).toString())
                    .findFirst()
                    .orElse("");
            nobody(isLink ? DiskObject.Kind.LINK : DiskObject.Kind.MAILDIR, link, target, place, trail);
            return Set.of();
        }
        owners.forEach(owner -> trail.fine(
                "owner", owner.dn() + (depth == 1 ? ": has its delivery link in it" : ": its delivery link")));
        return readersOf(owners, trail);
    }

    private List<Candidate> sharedBelow(Path folder) throws IncompleteRead {
        return directory.find(Filter.createSubInitialFilter("mailMessageStore", folder + "/"));
    }

    private Optional<SharedAccount> shared(Candidate owner) {
        return Account.of(owner, base).filter(SharedAccount.class::isInstance).map(SharedAccount.class::cast);
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
            nobody(
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

    private void nobody(DiskObject.Kind kind, Path path, String detail, Place place, Trail trail) {
        boolean missing = place.kind() == Place.Kind.MISSING;
        if (missing || place.kind() == Place.Kind.UNKNOWN || kind == DiskObject.Kind.EMPTY) {
            trail.fault(
                    Effect.NONE, "owner", "no account has it" + (missing ? ", and nothing is there" : ""), List.of());
        } else {
            orphan(kind, path, detail, trail, new StoreAuditor(base));
        }
    }

    private void orphan(DiskObject.Kind kind, Path path, String detail, Trail trail, StoreAuditor auditor) {
        List<Finding> findings = new ArrayList<>();
        auditor.disk(new DiskObject(kind, path, detail), findings::add);
        Effect effect = findings.isEmpty() ? Effect.NONE : findings.get(0).effect();
        trail.fault(
                effect,
                "owner",
                kind == DiskObject.Kind.COMMA
                        ? "nobody reads below " + new DiskPath(path)
                        : "no account has " + new DiskPath(path),
                findings);
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
