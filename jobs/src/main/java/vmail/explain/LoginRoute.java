package vmail.explain;

import com.unboundid.ldap.sdk.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.account.Candidate;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.lookup.Lookup;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.Place;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.store.Errno;
import vmail.store.Repair;
import vmail.store.SubscriptionLines;

/** From a login to the mail that it shows, as Courier goes (howto 3): entry, store, folders, shared folders. */
final class LoginRoute {

    private static final int MOST_FOLDERS = 100;

    private final AccountLookup directory;
    private final MailBase base;
    private final DiskLook disk;
    private final Judge judge;
    private final StoreRoute stores;

    LoginRoute(AccountLookup directory, MailBase base, DiskLook disk, Judge judge, StoreRoute stores) {
        this.directory = directory;
        this.base = base;
        this.disk = disk;
        this.judge = judge;
        this.stores = stores;
    }

    /** Only whether somebody gets in. @return the one who does */
    Optional<Candidate> admit(String uid, Trail trail) throws IncompleteRead {
        String asked = "login " + uid;
        List<Candidate> found = directory.answer(Lookup.LOGIN, uid);
        if (found.size() == 1) {
            Candidate account = found.get(0);
            // an inactive twin keeps nobody out until the day it becomes active
            List<Finding> findings = judge.of(account).of(Topic.LOGIN).stream()
                    .filter(finding -> !finding.rule().equals("unique-uid"))
                    .toList();
            trail.judged(asked, "is " + account.dn(), findings);
            return findings.stream().anyMatch(LoginRoute::keepsOut) ? Optional.empty() : Optional.of(account);
        }
        if (found.isEmpty()) {
            refused(uid, trail);
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        for (Candidate each : found) {
            findings.addAll(judge.of(each).of(Topic.LOGIN));
        }
        trail.fault(
                Effect.NOLOGIN,
                asked,
                found.stream()
                        .map(Candidate::dn)
                        .collect(Collectors.joining(
                                "; ", found.size() + " active entries have it, so none of them gets in: ", "")),
                findings);
        return Optional.empty();
    }

    /** A password that only some servers take may be right for this one. */
    private static boolean keepsOut(Finding finding) {
        return finding.rule().equals("password-present") || finding.rule().equals("usable-password");
    }

    private void refused(String uid, Trail trail) throws IncompleteRead {
        List<Candidate> holders = directory.find(Filter.createEqualityFilter("uid", uid));
        List<Finding> findings = new ArrayList<>();
        for (Candidate each : holders) {
            findings.addAll(judge.of(each).of(Topic.ENTRY));
        }
        String why = holders.stream()
                .map(each -> each.dn() + " is "
                        + (each.values("accountStatus").isEmpty()
                                ? "without accountStatus"
                                : String.join(", ", each.values("accountStatus"))))
                .collect(Collectors.joining("; "));
        trail.fault(
                Effect.NOLOGIN,
                "login " + uid,
                holders.isEmpty()
                        ? "no entry has this uid: Login failed"
                        : "no active entry has this uid: Login failed; " + why,
                findings);
    }

    /** All that one sees who gets in. @return who gets in and finds an INBOX */
    Optional<Candidate> walk(String uid, Trail trail) throws IncompleteRead {
        Optional<Candidate> account = admit(uid, trail);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        List<String> values = account.get().values("mailMessageStore");
        if (values.isEmpty() || values.get(0).isEmpty()) {
            trail.faultUnlessJudged(
                    Effect.NOLOGIN,
                    "store of " + account.get().dn(),
                    "none: Temporary problem, please try again later",
                    judge.of(account.get()).of(Topic.ENTRY, Topic.STORE));
            return Optional.empty();
        }
        Optional<Path> maildir = stores.walk(account.get(), values.get(0), trail);
        if (maildir.isEmpty()) {
            return Optional.empty();
        }
        try {
            folders(maildir.get(), trail);
            shared(account.get(), maildir.get(), trail);
        } catch (IOException e) {
            trail.unknown("folders of " + shown(maildir.get()), "can not be seen: " + Errno.words(e));
        }
        return account;
    }

    private void folders(Path maildir, Trail trail) throws IOException {
        trail.fine("folders", "INBOX" + listed("INBOX", maildir));
    }

    /** The folders in a maildir that Courier lists: each {@code .NAME}, be it a link, that is a directory with a {@code cur}. */
    private String listed(String parent, Path maildir) throws IOException {
        List<String> names = new ArrayList<>();
        List<Path> children = disk.children(maildir, MOST_FOLDERS * MOST_FOLDERS);
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (name.startsWith(".") && disk.at(child.resolve("cur")).kind() == Place.Kind.DIRECTORY) {
                names.add(parent + DiskPath.shown(name));
            }
        }
        String more = names.size() > MOST_FOLDERS ? " and " + (names.size() - MOST_FOLDERS) + " more" : "";
        return names.stream().limit(MOST_FOLDERS).map(name -> ", " + name).collect(Collectors.joining()) + more;
    }

    private void shared(Candidate account, Path maildir, Trail trail) throws IOException, IncompleteRead {
        Subscribed subscribed = Subscribed.in(maildir, disk);
        for (SubscriptionLines.Line line : subscribed.lines()) {
            line(line, trail);
        }
        List<Finding> findings = judge.of(account).of(Topic.SHARING);
        if (!findings.isEmpty()) {
            trail.judged("shared-maildirs", "and seeAlso do not agree", findings);
        }
        leftOver(subscribed, account, maildir, trail);
    }

    private void line(SubscriptionLines.Line line, Trail trail) throws IOException {
        String asked = "shared." + DiskPath.shown(line.nick());
        String text = DiskPath.shown(line.path());
        if (line.fault().isPresent()) {
            trail.fault(Effect.UNSEEN, asked, "the line " + line.fault().get(), List.of());
            return;
        }
        Path path = Path.of(line.path()).normalize();
        if (!path.startsWith(base.path())) {
            trail.fault(Effect.LEAKED, asked, text + " is outside of " + base + "; not looked at", List.of());
            return;
        }
        Place place = disk.at(path);
        switch (place.kind()) {
            case DIRECTORY ->
                trail.fine(asked, text + listed(asked, place.end()).replaceFirst("^, ", ": "));
            case UNKNOWN -> trail.unknown(asked, text + " can not be seen: " + place.words());
            default -> trail.fault(Effect.UNSEEN, asked, text + " is missing, so that it is not listed", List.of());
        }
    }

    private void leftOver(Subscribed subscribed, Candidate account, Path maildir, Trail trail) {
        for (Subscribed.Opened each : subscribed.leftOver(disk, base.path())) {
            Path left = maildir.resolve("shared-folders").resolve(each.nick());
            trail.fault(
                    Effect.LEAKED,
                    "shared-folders/" + DiskPath.shown(each.nick()) + "/" + DiskPath.shown(each.folder()),
                    "still leads to " + shown(each.target()) + ", which can be read though it is not listed",
                    List.of(leftOver(account, left)));
        }
    }

    private Finding leftOver(Candidate account, Path left) {
        return judge.finding(
                StoreRule.NO_STRAY_SUBSCRIPTION,
                account,
                new DiskPath(left) + " is left of a subscription that has ended; its folders can still be read",
                "Add the seeAlso and run vmail make-stores, or take the access away: rm -r " + Repair.quoted(left));
    }

    private static String shown(Path path) {
        return new DiskPath(path).toString();
    }
}
