package vmail.explain;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DiskPath;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.account.SharedAccount;
import vmail.lookup.Lookup;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.Place;
import vmail.rule.Effect;
import vmail.rule.Finding;
import vmail.store.Errno;

/** Who can read a store: its owner, whoever has it inside of theirs, or the subscribers of a shared one. */
final class Readers {

    private final AccountLookup directory;
    private final MailBase base;
    private final DiskLook disk;
    private final Judge judge;
    private final LoginRoute logins;

    Readers(AccountLookup directory, MailBase base, DiskLook disk, Judge judge, LoginRoute logins) {
        this.directory = directory;
        this.base = base;
        this.disk = disk;
        this.judge = judge;
        this.logins = logins;
    }

    /** Of a maildir to which the store of an account led. @return their logins */
    Set<String> at(Candidate account, Path end, Trail trail) throws IncompleteRead {
        Optional<Account> known = Account.of(account, base);
        Optional<SharedAccount> shared =
                known.filter(SharedAccount.class::isInstance).map(SharedAccount.class::cast);
        Path right = shared.map(folder -> folder.maildir(base).resolve("." + folder.uid()))
                .orElse(known.map(person -> person.store().path()).orElse(end));
        if (end.equals(right)) {
            return of(account, trail);
        }
        Set<String> readers = new LinkedHashSet<>();
        if (shared.isEmpty()) {
            readers.addAll(of(account, trail));
        }
        if (end.startsWith(base.sharedMaildirsRoot()) && !end.equals(base.sharedMaildirsRoot())) {
            Path maildir = base.path().resolve(base.path().relativize(end).subpath(0, 2));
            for (Candidate folder : directory.find(Filter.createSubInitialFilter(
                    "mailMessageStore", base.sharedRoot().resolve(maildir.getFileName()) + "/"))) {
                readers.addAll(of(folder, trail));
            }
        } else {
            readers.addAll(others(account.parsedDn(), end, trail));
        }
        if (readers.isEmpty()) {
            trail.fault(Effect.UNSEEN, "readers of " + new DiskPath(end), "none: no mail program shows it", List.of());
        }
        return readers;
    }

    /** Of an account's mail. @return their logins */
    Set<String> of(Candidate account, Trail trail) throws IncompleteRead {
        Optional<Account> known = Account.of(account, base);
        if (known.isPresent() && known.get() instanceof SharedAccount shared) {
            return ofShared(account, shared.maildir(base), trail);
        }
        Set<String> readers = new LinkedHashSet<>();
        for (String uid : account.values("uid")) {
            logins.admit(uid, trail)
                    .filter(found -> found.parsedDn().equals(account.parsedDn()))
                    .ifPresent(found -> readers.add(uid));
        }
        if (readers.isEmpty() && !trail.hasFault()) {
            trail.faultUnlessJudged(
                    Effect.NOLOGIN,
                    "owner " + account.dn(),
                    "can not log in",
                    judge.of(account).of(Topic.ENTRY, Topic.LOGIN));
        }
        for (String store : account.values("mailMessageStore")) {
            Optional<MailStore> place = MailStore.of(store, base);
            if (place.isPresent()) {
                readers.addAll(others(account.parsedDn(), place.get().path(), trail));
            }
        }
        return readers;
    }

    /** Active accounts that have a path as their store, or inside of it. */
    Set<String> others(DN owner, Path path, Trail trail) throws IncompleteRead {
        Set<String> readers = new LinkedHashSet<>();
        List<Filter> above = new Neighbours(directory, base).above(path);
        if (above.isEmpty()) {
            return readers;
        }
        for (Candidate other : directory.find(Filter.createORFilter(above))) {
            if (other.parsedDn().equals(owner) || !logsIn(other)) {
                continue;
            }
            readers.addAll(other.values("uid"));
            trail.fault(
                    Effect.LEAKED,
                    "store of " + other.dn(),
                    String.join(", ", other.values("mailMessageStore"))
                            + " is the same place or above it, so that its owner reads it too",
                    findings(other, Topic.STORE));
        }
        return readers;
    }

    private boolean logsIn(Candidate account) throws IncompleteRead {
        for (String uid : account.values("uid")) {
            List<Candidate> found = directory.answer(Lookup.LOGIN, uid);
            if (found.size() == 1 && found.get(0).parsedDn().equals(account.parsedDn())) {
                return true;
            }
        }
        return false;
    }

    private List<Finding> findings(Candidate account, Topic topic) throws IncompleteRead {
        return judge.of(account).of(topic);
    }

    /** By {@code seeAlso} and by what their maildirs say, which need not agree. */
    private Set<String> ofShared(Candidate account, Path maildir, Trail trail) throws IncompleteRead {
        List<Candidate> subscribers = new ArrayList<>();
        Set<String> unseen = new LinkedHashSet<>();
        String dn = account.parsedDn().toString();
        directory
                .find(Filter.createANDFilter(
                        Filter.createEqualityFilter("seeAlso", dn),
                        Filter.createEqualityFilter("accountStatus", "active")))
                .forEach(subscribers::add);
        Set<DN> meant = subscribers.stream().map(Candidate::parsedDn).collect(Collectors.toSet());
        directory.forEach(
                Filter.createEqualityFilter("accountStatus", "active"),
                each -> {
                    if (!meant.contains(each.parsedDn()) && shows(each, maildir, unseen)) {
                        subscribers.add(each);
                    }
                },
                "uid",
                "mailMessageStore",
                "accountStatus");
        Set<String> readers = new LinkedHashSet<>();
        for (Candidate each : subscribers) {
            readers.addAll(reader(each, meant.contains(each.parsedDn()), maildir, trail, unseen));
        }
        unseen.forEach(reason -> trail.unknown("subscribers", "not all can be seen: " + reason));
        if (readers.isEmpty()) {
            trail.faultUnlessJudged(
                    Effect.UNSEEN,
                    "subscribers of " + account.dn(),
                    "none",
                    judge.of(account).of(Topic.SHARING));
        }
        return readers;
    }

    private Set<String> reader(Candidate subscriber, boolean meant, Path maildir, Trail trail, Set<String> unseen)
            throws IncompleteRead {
        String asked = "subscriber " + subscriber.dn();
        boolean shown = shows(subscriber, maildir, unseen);
        if (!logsIn(subscriber)) {
            trail.faultUnlessJudged(Effect.NOLOGIN, asked, "can not log in", findings(entry(subscriber), Topic.LOGIN));
            return Set.of();
        }
        if (!meant) {
            trail.fault(
                    Effect.LEAKED,
                    asked,
                    "has no seeAlso to it, but their maildir leads to " + new DiskPath(maildir),
                    about(findings(entry(subscriber), Topic.SHARING), maildir));
        } else if (!shown) {
            trail.faultUnlessJudged(
                    Effect.UNSEEN,
                    asked,
                    "has a seeAlso to it, but no line in their shared-maildirs",
                    about(judge.of(subscriber).of(Topic.SHARING, Topic.STORE), maildir));
            return Set.of();
        } else {
            trail.fine(asked, "by seeAlso and shared-maildirs");
        }
        return new LinkedHashSet<>(subscriber.values("uid"));
    }

    private static List<Finding> about(List<Finding> findings, Path maildir) {
        List<Finding> about = findings.stream()
                .filter(finding -> finding.message().contains(maildir.toString()))
                .toList();
        return about.isEmpty() ? findings : about;
    }

    /** With all attributes, for judging. */
    private Candidate entry(Candidate some) throws IncompleteRead {
        return directory.entry(some.parsedDn()).orElse(some);
    }

    /** Whether a line or a folder once opened leads from somebody's maildir to a shared one. */
    private boolean shows(Candidate subscriber, Path maildir, Set<String> unseen) {
        return subscriber.values("mailMessageStore").stream()
                .flatMap(value -> MailStore.of(value, base).stream())
                .anyMatch(store -> shows(store.path(), maildir, unseen));
    }

    private boolean shows(Path store, Path maildir, Set<String> unseen) {
        Place place = disk.at(store);
        if (place.kind() == Place.Kind.UNKNOWN) {
            unseen.add(new DiskPath(place.end()) + ": " + place.words());
        }
        if (place.kind() != Place.Kind.DIRECTORY) {
            return false;
        }
        try {
            Subscribed subscribed = Subscribed.in(place.end(), disk);
            return subscribed.lines().stream().anyMatch(line -> line.path().equals(maildir.toString()))
                    || subscribed.opened().stream()
                            .anyMatch(opened -> opened.target().startsWith(maildir));
        } catch (IOException e) {
            unseen.add(new DiskPath(place.end()) + ": " + Errno.words(e));
            return false;
        }
    }
}
