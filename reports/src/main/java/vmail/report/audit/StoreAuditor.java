package vmail.report.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.DiskPath;
import vmail.account.LiveEntry;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.account.PersonalAccount;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.store.DeliveryLink;
import vmail.store.DiskObject;
import vmail.store.Fault;
import vmail.store.ItemState;
import vmail.store.ItemState.Missing;
import vmail.store.ItemState.Unknown;
import vmail.store.ItemState.Wrong;
import vmail.store.Maildir;
import vmail.store.StoreItem;
import vmail.store.StoreMarks;
import vmail.store.Subscription;

/**
 * Pairs what must be on disk with what is there, in both directions. First {@link #base}, then every account of the directory,
 * then {@link #disk} for everything below the mail base, then {@link #verdict}. For one thread.
 *
 * <p>Keeps 64 bits for each store and subscription, so that memory stays small with a million accounts. What could not be looked
 * at is never called missing, and nothing is called an orphan as long as not all accounts are known.
 */
public final class StoreAuditor {

    private static final int REASONS = 20;

    private final MailBase base;
    private final Expectations expectations;
    private final Orphans orphans;
    private final PathHashes marks = new PathHashes();
    private final List<String> reasons = new ArrayList<>();
    private long unknown;
    private long findings;
    private boolean baseUsable = true;
    private boolean directoryComplete = true;

    public StoreAuditor(MailBase base) {
        this.base = base;
        this.expectations = new Expectations(base);
        this.orphans = new Orphans(base, expectations);
    }

    /** The mail base itself. Unless it is there and usable nothing is said about accounts: they would all look broken. */
    public void base(ItemState state, Consumer<Finding> out) {
        if (state instanceof Missing) {
            tell(
                    out,
                    StoreRule.MAIL_BASE_USABLE.finding(
                            new DiskPath(base.path()),
                            "",
                            "mail base " + base + " is missing",
                            "Mount it; on a new system make it: install -d -m 0755 -o vmail -g vmail " + base));
            unusable("mail base " + base + " is missing");
        } else if (state instanceof Wrong wrong) {
            for (Fault fault : wrong.faults()) {
                tell(out, finding(fault, ""));
                unusable(fault.found());
            }
        } else if (state instanceof Unknown why) {
            unusable(reason(why.path(), why.reason()));
        }
    }

    private void unusable(String reason) {
        baseUsable = false;
        unknown(reason);
    }

    /**
     * An account of the directory, whatever its status.
     *
     * @param layout what must be there; nothing for an inactive account, whose store may stay
     * @param disk looks at one item
     */
    public void account(
            Account account, List<StoreItem> layout, Function<StoreItem, ItemState> disk, Consumer<Finding> out) {
        if (account.status() == AccountStatus.INACTIVE) {
            expectations.addOpaque(account.store().path());
            return;
        }
        look(account, layout, disk, out, this::unknown);
    }

    /**
     * The same of an active account, where what can not be seen may yet be seen at another look.
     *
     * @param unseen told where and why
     */
    public void look(
            Account account,
            List<StoreItem> layout,
            Function<StoreItem, ItemState> disk,
            Consumer<Finding> out,
            Consumer<String> unseen) {
        expectations.add(layout);
        if (account instanceof PersonalAccount) {
            expectations.addSubscriber(account.store().path());
        }
        if (baseUsable) {
            compare(account, layout, disk, out, unseen);
        }
    }

    /** What a person reads of shared folders; after {@link #look} at the account. */
    public void reading(Account account, List<DiskObject> objects, Consumer<Finding> out) {
        Set<String> lines = new HashSet<>();
        for (DiskObject object : objects) {
            Optional<Finding> finding = object.kind() == DiskObject.Kind.SUBSCRIPTION && !lines.add(object.detail())
                    ? Optional.of(Orphans.again(object))
                    : directoryComplete ? orphans.finding(object) : Optional.empty();
            finding.map(found -> found.of(account.dn().toString())).ifPresent(found -> tell(out, found));
        }
    }

    /** The first look: an account of the directory is known, and what it has on disk is judged later. */
    public void expect(Account account, List<StoreItem> layout) {
        if (account.status() == AccountStatus.INACTIVE) {
            expectations.addOpaque(account.store().path());
        } else {
            layout.stream()
                    .filter(item -> !(item instanceof Subscription))
                    .forEach(item -> expectations.addStore(item.path()));
        }
    }

    /** Whether the mail base is there, without which nothing on disk is as it must be. */
    public boolean hasBase() {
        return baseUsable;
    }

    /** Whether the walk has seen something of a layout otherwise than it must be, or not at all. */
    public boolean needsLook(List<StoreItem> layout) {
        return baseUsable && !layout.stream().allMatch(item -> isSound(item, layout));
    }

    private boolean isSound(StoreItem item, List<StoreItem> layout) {
        if (item instanceof Subscription) {
            // in the mark of its maildir
            return true;
        }
        long mark = marks.markOf(item.path().toString());
        if (item instanceof Maildir) {
            return mark == StoreMarks.maildir(lines(layout));
        }
        return mark == (item instanceof DeliveryLink link ? StoreMarks.link(link.target()) : StoreMarks.sound());
    }

    private static List<String> lines(List<StoreItem> layout) {
        return layout.stream()
                .filter(Subscription.class::isInstance)
                .map(item -> ((Subscription) item).line())
                .toList();
    }

    /** A store of an entry that is no usable account, an inactive shared one for example: what it has on disk is no orphan. */
    public void known(MailStore store) {
        expectations.addOpaque(store.path());
    }

    private void compare(
            Account account,
            List<StoreItem> layout,
            Function<StoreItem, ItemState> disk,
            Consumer<Finding> out,
            Consumer<String> unseen) {
        List<Path> missing = new ArrayList<>();
        Set<Fault> told = new HashSet<>();
        Set<Path> faulty = new HashSet<>();
        for (StoreItem item : layout) {
            ItemState state = disk.apply(item);
            if (state instanceof Missing) {
                // one cause, one finding: what lies inside of what is missing is missing too
                if (missing.stream().noneMatch(item.path()::startsWith) || missing.contains(item.path())) {
                    tell(out, MissingItem.finding(account, item));
                }
                missing.add(item.path());
            } else if (state instanceof Wrong wrong) {
                wrong.faults().stream()
                        // a maildir with a fault is a bad parent of what is inside, too
                        .filter(fault -> fault.kind() != Fault.Kind.PARENT || !faulty.contains(fault.path()))
                        // a folder that is another account's store: that is said of the two accounts
                        .filter(fault -> fault.path().equals(item.path()) || !expectations.wants(fault.path()))
                        .filter(told::add)
                        .forEach(fault -> tell(out, finding(fault, account.dn().toString())));
                wrong.faults().stream()
                        .filter(fault -> fault.kind() == Fault.Kind.PARENT)
                        .forEach(fault -> missing.add(item.path()));
                wrong.faults().forEach(fault -> faulty.add(fault.path()));
            } else if (state instanceof Unknown why) {
                unseen.accept(reason(why.path(), why.reason()));
            }
        }
    }

    /** Not all accounts have been given: size limit, broken connection, an entry that can not be read. */
    public void directoryIncomplete(String reason) {
        directoryComplete = false;
        unknown("the directory was not read completely, so nothing can be called an orphan: " + reason);
    }

    /** Something below the mail base; after all accounts. */
    public void disk(DiskObject object, Consumer<Finding> out) {
        if (object.mark() != StoreMarks.NONE) {
            marks.mark(object.path().toString(), object.mark());
        }
        if (object.kind() == DiskObject.Kind.UNKNOWN) {
            unknown(reason(object.path(), object.detail()));
        } else if (directoryComplete
                || object.kind() == DiskObject.Kind.COMMA
                || object.kind() == DiskObject.Kind.TWIN) {
            orphans.finding(object).ifPresent(finding -> tell(out, finding));
        }
    }

    /** Something could not be seen, or is so odd that nothing may be concluded from what is seen. */
    public void inconclusive(String reason) {
        unknown(reason);
    }

    /** Of all that was given so far. */
    public AuditVerdict verdict() {
        if (unknown > 0) {
            List<String> all = new ArrayList<>(reasons);
            if (unknown > reasons.size()) {
                all.add((unknown - reasons.size()) + " more");
            }
            return new AuditVerdict(AuditVerdict.Kind.INCONCLUSIVE, all);
        }
        return new AuditVerdict(findings > 0 ? AuditVerdict.Kind.FINDINGS : AuditVerdict.Kind.CLEAN, List.of());
    }

    private void tell(Consumer<Finding> out, Finding finding) {
        findings++;
        out.accept(finding);
    }

    private void unknown(String reason) {
        if (!reasons.contains(reason)) {
            unknown++;
            if (reasons.size() < REASONS) {
                reasons.add(reason);
            }
        }
    }

    private static String reason(Path path, String words) {
        return new DiskPath(path) + ": " + words;
    }

    private static Finding finding(Fault fault, String dn) {
        return StoreRule.finding(fault, dn.isEmpty() ? new DiskPath(fault.path()) : new LiveEntry(), dn);
    }
}
