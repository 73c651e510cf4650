package vmail.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vmail.account.DiskPath;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.disk.DiskLook;
import vmail.reader.disk.MailAge;
import vmail.reader.disk.StoreWalker;
import vmail.report.audit.StoreAuditor;
import vmail.report.audit.StoreFindings;
import vmail.report.audit.StorePaths;
import vmail.rule.Finding;
import vmail.settings.AuditOptions;
import vmail.settings.Settings;
import vmail.store.DiskObject;
import vmail.store.Errno;

/**
 * What the walk over the mail base has seen that belongs to no account, or could not see. It is looked at again after a while: an
 * account may have been added meanwhile, a directory may have been about to be made or removed.
 */
final class DiskSide {

    /** More are told at once, and need no memory. */
    private static final int MOST_HELD = 10_000;
    /** Above that the directory is not asked for each of them. */
    private static final int MOST_ASKED = 500;

    private final Settings settings;
    private final AuditOptions options;
    private final StoreAuditor auditor;
    private final AccountLookup lookup;
    private final Progress progress;
    private final AuditFacts facts;
    private final StorePaths paths;
    private final List<Finding> held = new ArrayList<>();
    private final List<DiskObject> unseen = new ArrayList<>();
    private long walked;

    DiskSide(
            Settings settings,
            AuditOptions options,
            StoreAuditor auditor,
            AccountLookup lookup,
            Progress progress,
            AuditFacts facts,
            StorePaths paths) {
        this.settings = settings;
        this.options = options;
        this.auditor = auditor;
        this.lookup = lookup;
        this.progress = progress;
        this.facts = facts;
        this.paths = paths;
    }

    void walk(Consumer<Finding> out) {
        if (options.scope().walks()) {
            progress.phase("walking the disk", 0);
            walker(object -> {
                        progress.step();
                        facts.count(object);
                        take(object, out);
                    })
                    .walk(options.scope().path().orElse(settings.mailBase().path()));
        }
        walked = System.nanoTime();
        identify();
    }

    /** Which directory the mail base is: another one means that its file system is not mounted, or another is. */
    private void identify() {
        try {
            new DiskLook(settings.mailBase())
                    .look(settings.mailBase().path())
                    .ifPresent(found -> facts.set(AuditFacts.BASE_INODE, found.inode()));
        } catch (IOException e) {
            auditor.inconclusive(settings.mailBase() + ": " + Errno.words(e));
        }
    }

    private StoreWalker walker(Consumer<DiskObject> each) {
        return new StoreWalker(settings.mailBase(), settings.owner(), each);
    }

    private void take(DiskObject object, Consumer<Finding> out) {
        if (object.kind() == DiskObject.Kind.UNKNOWN && unseen.size() < MOST_HELD) {
            unseen.add(object);
        } else {
            judge(object, held.size() < MOST_HELD ? held::add : out);
        }
    }

    private void judge(DiskObject object, Consumer<Finding> out) {
        if (object.kind() == DiskObject.Kind.UNKNOWN) {
            paths.unseen(object.path());
        }
        auditor.disk(object, out);
    }

    /** The second look at everything that is held, accounts first. */
    void settle(AccountLooks looks, Consumer<Finding> out) throws IncompleteRead {
        if (!looks.isEmpty() || !held.isEmpty() || !unseen.isEmpty()) {
            progress.phase("looking twice", 0);
            Pause.until(walked + options.lookTwice().toNanos(), progress);
        }
        looks.settle();
        List<Finding> orphans = again();
        RenamedStores renamed = new RenamedStores(settings.mailBase(), looks.missing(), orphans);
        renamed.findings().forEach(out);
        looks.missing().stream()
                .filter(missing -> !renamed.explains(missing.finding()))
                .forEach(missing -> out.accept(missing.finding()));
        for (Finding orphan : orphans) {
            if (!renamed.explains(orphan)) {
                out.accept(orphan);
            }
        }
    }

    private List<Finding> again() throws IncompleteRead {
        Set<Path> places = new LinkedHashSet<>();
        held.forEach(finding -> finding.place().ifPresent(places::add));
        unseen.forEach(object -> places.add(object.path()));
        Set<List<Object>> found = new HashSet<>();
        List<Finding> all = new ArrayList<>();
        for (Path place : places) {
            progress.step();
            walker(object -> judge(object, finding -> {
                        if (found.add(List.of(finding.rule(), finding.place()))) {
                            all.add(finding);
                        }
                    }))
                    .walk(place);
        }
        List<Finding> standing = new ArrayList<>();
        boolean ask = all.size() <= MOST_ASKED;
        for (Finding finding : all) {
            if (!ask || !hasAccount(finding)) {
                judged(finding).ifPresent(standing::add);
            }
        }
        return standing;
    }

    /** Whether somebody has been given it since the directory was read. */
    private boolean hasAccount(Finding finding) throws IncompleteRead {
        return StoreFindings.isOrphan(finding)
                && finding.place().isPresent()
                && !lookup.find(com.unboundid.ldap.sdk.Filter.createEqualityFilter(
                                "mailMessageStore", finding.place().get() + "/"))
                        .isEmpty();
    }

    /** Of a maildir without an account its mail tells how bad that is; empty when it is gone. */
    private Optional<Finding> judged(Finding finding) {
        Path place = finding.place().orElse(settings.mailBase().path());
        try {
            if (new DiskLook(settings.mailBase()).look(place).isEmpty()) {
                return Optional.empty();
            }
            if (!StoreFindings.isOrphanMaildir(finding)) {
                return Optional.of(finding);
            }
            Instant now = options.clock().instant();
            MailAge age = MailAge.of(place, now);
            return Optional.of(StoreFindings.orphan(
                    finding, age.messages(), age.words(), age.newest(), now.minus(options.recent())));
        } catch (IOException e) {
            paths.unseen(place);
            auditor.inconclusive(new DiskPath(place) + ": " + Errno.words(e));
            return Optional.empty();
        }
    }
}
