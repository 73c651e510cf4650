package vmail.explain;

import com.unboundid.ldap.sdk.Filter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.account.SharedAccount;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.Place;
import vmail.report.audit.StoreAuditor;
import vmail.rule.Finding;
import vmail.store.DiskObject;
import vmail.store.ItemState;
import vmail.store.SharableMaildir;

/** Whose a place below {@code shared} or {@code shared.maildirs} is. */
record SharedPlaces(AccountLookup directory, MailBase base, Nobody nobody) {

    private static final ItemState PRESENT = new ItemState.Present();

    boolean holds(Path path) {
        return path.startsWith(base.sharedRoot()) || path.startsWith(base.sharedMaildirsRoot());
    }

    /** @return the shared accounts; none when nobody's, which has been told then, or when the place is not shared */
    List<Candidate> owners(Path path, Place place, Trail trail) throws IncompleteRead {
        if (path.startsWith(base.sharedMaildirsRoot())) {
            return inSharedMaildirs(path, place, trail);
        }
        return path.startsWith(base.sharedRoot()) ? inShared(path, place, trail) : List.of();
    }

    private List<Candidate> inSharedMaildirs(Path path, Place place, Trail trail) throws IncompleteRead {
        if (path.equals(base.sharedMaildirsRoot())) {
            trail.fine("owner", "none: it holds the sharable maildirs of all shared accounts");
            return List.of();
        }
        Path maildir = base.path().resolve(base.path().relativize(path).subpath(0, 2));
        List<Candidate> owners = sharedBelow(base.sharedRoot().resolve(maildir.getFileName()));
        if (owners.isEmpty()) {
            nobody.unlessMissing(DiskObject.Kind.SHARABLE_MAILDIR, maildir, "", place, trail);
            return List.of();
        }
        folder(path, maildir, owners, trail);
        return owners;
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
                            each, List.of(new SharableMaildir(maildir)), item -> PRESENT, SharedPlaces::ignore),
                    () -> {});
        }
        if (!named) {
            nobody.tell(DiskObject.Kind.FOLDER, folder, "", trail, auditor);
        }
    }

    private static void ignore(Finding finding) {}

    private List<Candidate> inShared(Path path, Place place, Trail trail) throws IncompleteRead {
        int depth = path.getNameCount() - base.sharedRoot().getNameCount();
        if (depth == 0) {
            trail.fine("owner", "none: it holds the delivery links of all shared accounts");
            return List.of();
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
            nobody.unlessMissing(isLink ? DiskObject.Kind.LINK : DiskObject.Kind.MAILDIR, link, target, place, trail);
            return List.of();
        }
        owners.forEach(owner -> trail.fine(
                "owner", owner.dn() + (depth == 1 ? ": has its delivery link in it" : ": its delivery link")));
        return owners;
    }

    private List<Candidate> sharedBelow(Path folder) throws IncompleteRead {
        return directory.find(Filter.createSubInitialFilter("mailMessageStore", folder + "/"));
    }

    private Optional<SharedAccount> shared(Candidate owner) {
        return Account.of(owner, base).filter(SharedAccount.class::isInstance).map(SharedAccount.class::cast);
    }
}
