package vmail.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.account.PersonalAccount;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.MailAge;
import vmail.reader.disk.Place;
import vmail.reader.disk.SharedReading;
import vmail.reader.disk.StoreInspector;
import vmail.report.audit.StoreAuditor;
import vmail.report.audit.StoreFindings;
import vmail.report.audit.StorePaths;
import vmail.rule.Finding;
import vmail.settings.AuditOptions;
import vmail.settings.Settings;
import vmail.store.DiskObject;
import vmail.store.Errno;
import vmail.store.ItemState;
import vmail.store.StoreItem;
import vmail.store.Subscription;

/**
 * Accounts whose stores the walk has not seen as they must be. They are looked at again after a while, and what is wrong is told only
 * when it is wrong at each look: Postfix, Courier and people work on the mail base all the time.
 */
final class AccountLooks {

    /** So many accounts are not wrong by chance; more are told at once, and need no memory. */
    private static final int MOST_HELD = 5_000;
    /** What is wrong at the second look, too, gets some more, shortly after each other. */
    private static final int FURTHER_LOOKS = 2;

    /** So many people are not employed in {@link AuditOptions#recent}. */
    private static final long MOST_NEW = 2_000;
    /** In a small directory they are all new at first. */
    private static final long FEW_NEW = 20;
    /** Who is set up today may find mail that was brought along today. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final Settings settings;
    private final AuditOptions options;
    private final StoreAuditor auditor;
    private final StoreInspector inspector;
    private final Consumer<Finding> out;
    private final StorePaths paths;
    private final Progress progress;
    private final List<Held> held = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<Finding> reused = new ArrayList<>();
    private long newAccounts;

    /** An account to look at again. */
    private record Held(Candidate candidate, Account account, List<StoreItem> items) {}

    /** An account whose maildir is not there. */
    record Missing(Candidate candidate, Finding finding) {}

    /** What one look has shown; what could not be seen in words, and its paths. */
    private record Look(List<Finding> findings, List<String> unseen, Set<Path> dark, Set<Path> sound) {}

    AccountLooks(
            Settings settings,
            AuditOptions options,
            StoreAuditor auditor,
            StoreInspector inspector,
            Progress progress,
            Consumer<Finding> out,
            StorePaths paths) {
        this.settings = settings;
        this.options = options;
        this.auditor = auditor;
        this.inspector = inspector;
        this.progress = progress;
        this.out = out;
        this.paths = paths;
    }

    void add(Candidate candidate, Account account, List<StoreItem> items) {
        Held one = new Held(candidate, account, items);
        if (held.size() < MOST_HELD) {
            held.add(one);
        } else {
            tell(one, look(one));
        }
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** A mailbox that was there before its account shows the new owner the mail of a former one. */
    void newStore(Candidate candidate, Account account) {
        Optional<Instant> created = candidate
                .stamps()
                .created()
                .filter(time -> time.isAfter(options.clock().instant().minus(options.recent())));
        if (created.isEmpty() || !(account instanceof PersonalAccount) || account.status() != AccountStatus.ACTIVE) {
            return;
        }
        newAccounts++;
        if (newAccounts > MOST_NEW) {
            // a directory that was loaded anew: every account is new, and old mail in its store is its own
            return;
        }
        Path store = account.store().path();
        Consumer<String> unseen = what -> {
            paths.unseen(store);
            auditor.inconclusive(what);
        };
        if (isOwnDirectory(store, unseen)) {
            countOld(candidate, account, created.get(), unseen);
        }
    }

    /** Whether it is a directory that no link leads to; what can not be seen is told. */
    private boolean isOwnDirectory(Path maildir, Consumer<String> unseen) {
        Place place = new DiskLook(settings.mailBase()).at(maildir);
        if (place.kind() == Place.Kind.UNKNOWN) {
            unseen.accept(maildir + ": " + place.words());
        }
        return place.kind() == Place.Kind.DIRECTORY && place.links().isEmpty();
    }

    private void countOld(Candidate candidate, Account account, Instant created, Consumer<String> unseen) {
        try {
            MailAge age = MailAge.of(account.store().path(), created.minus(GRACE));
            if (age.before() > 0) {
                reused.add(StoreFindings.reused(account, age.before(), created).stamped(candidate.stamps()));
            }
        } catch (IOException e) {
            unseen.accept(account.store().path() + ": " + Errno.words(e));
        }
    }

    /**
     * Tells of the stores of new accounts.
     *
     * @param accounts of the whole directory
     */
    void tellReused(long accounts) {
        if (newAccounts <= Math.max(FEW_NEW, accounts / 5)) {
            reused.forEach(out);
        }
        reused.clear();
    }

    /** The further looks; what is missing as a whole is kept apart, since it may lie somewhere else. */
    void settle() {
        for (Held one : held) {
            progress.step();
            Look look = look(one);
            for (int i = 0; i < FURTHER_LOOKS && isRacy(look); i++) {
                Pause.until(Pause.from(BETWEEN), progress);
                look = both(look, look(one));
            }
            tell(one, look);
        }
        held.clear();
    }

    private boolean isRacy(Look look) {
        return !options.lookTwice().isZero()
                && !(look.findings().isEmpty() && look.unseen().isEmpty());
    }

    /** What the later look has shown of what the earlier one had. */
    private static Look both(Look earlier, Look later) {
        Set<List<Object>> before = new HashSet<>();
        earlier.findings().forEach(finding -> before.add(identity(finding)));
        // what was right once is not wrong
        Set<Path> sound = new LinkedHashSet<>(earlier.sound());
        sound.addAll(later.sound());
        return new Look(
                later.findings().stream()
                        .filter(finding -> before.contains(identity(finding)))
                        .toList(),
                later.unseen(),
                later.dark(),
                sound);
    }

    private static List<Object> identity(Finding finding) {
        return List.of(finding.rule(), finding.place(), finding.about());
    }

    private Look look(Held one) {
        List<Finding> findings = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        Set<Path> dark = new LinkedHashSet<>();
        Set<Path> sound = new LinkedHashSet<>();
        List<DiskObject> reading = one.account() instanceof PersonalAccount person
                ? reading(person.store().path(), unseen)
                : List.of();
        if (!unseen.isEmpty()) {
            dark.add(one.account().store().path());
        }
        Set<String> read = new HashSet<>();
        reading.stream()
                .filter(object -> object.kind() == DiskObject.Kind.SUBSCRIPTION)
                .forEach(object ->
                        read.add(object.detail().substring(object.detail().indexOf('\t') + 1)));
        auditor.look(
                one.account(),
                one.items(),
                item -> {
                    ItemState state = state(item, read);
                    sort(item, state, dark, sound);
                    return state;
                },
                findings::add,
                unseen::add);
        auditor.reading(one.account(), reading, findings::add);
        return new Look(findings, unseen, dark, sound);
    }

    private static void sort(StoreItem item, ItemState state, Set<Path> dark, Set<Path> sound) {
        if (state instanceof ItemState.Unknown unknown) {
            dark.add(unknown.path());
        } else if (state instanceof ItemState.Present && !(item instanceof Subscription)) {
            sound.add(item.path());
        }
    }

    /** Nothing where there is no maildir to keep it in, which has a finding of its own. */
    private List<DiskObject> reading(Path maildir, List<String> unseen) {
        if (!isOwnDirectory(maildir, unseen::add)) {
            return List.of();
        }
        try {
            return SharedReading.of(maildir);
        } catch (IOException e) {
            unseen.add(maildir + ": " + Errno.words(e));
            return List.of();
        }
    }

    /** Who reads a shared folder under another nick than its account has now misses nothing. */
    private ItemState state(StoreItem item, Set<String> read) {
        ItemState state = inspector.inspect(item);
        boolean otherwise = item instanceof Subscription line
                && state instanceof ItemState.Missing
                && read.contains(line.maildir().toString());
        return otherwise ? new ItemState.Present() : state;
    }

    private void tell(Held one, Look look) {
        look.unseen().forEach(auditor::inconclusive);
        look.dark().forEach(paths::unseen);
        look.sound().forEach(paths::sound);
        for (Finding finding : look.findings()) {
            Finding stamped = finding.stamped(one.candidate().stamps());
            if (StoreFindings.isMissingMaildir(finding)) {
                missing.add(new Missing(one.candidate(), stamped));
            } else {
                out.accept(stamped);
            }
        }
    }

    /** Accounts without a maildir, which nobody has been told of. */
    List<Missing> missing() {
        return List.copyOf(missing);
    }
}
