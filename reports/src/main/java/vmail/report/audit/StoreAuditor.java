package vmail.report.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import vmail.store.DiskObject;
import vmail.store.Fault;
import vmail.store.ItemState;
import vmail.store.ItemState.Missing;
import vmail.store.ItemState.Unknown;
import vmail.store.ItemState.Wrong;
import vmail.store.StoreItem;

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
        expectations.add(layout);
        if (account instanceof PersonalAccount) {
            expectations.addSubscriber(account.store().path());
        }
        if (baseUsable) {
            look(account, layout, disk, out);
        }
    }

    /** A store of an entry that is no usable account, an inactive shared one for example: what it has on disk is no orphan. */
    public void known(MailStore store) {
        expectations.addOpaque(store.path());
    }

    private void look(
            Account account, List<StoreItem> layout, Function<StoreItem, ItemState> disk, Consumer<Finding> out) {
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
                        .filter(told::add)
                        .forEach(fault -> tell(out, finding(fault, account.dn().toString())));
                wrong.faults().stream()
                        .filter(fault -> fault.kind() == Fault.Kind.PARENT)
                        .forEach(fault -> missing.add(item.path()));
                wrong.faults().forEach(fault -> faulty.add(fault.path()));
            } else if (state instanceof Unknown why) {
                unknown(reason(why.path(), why.reason()));
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
        if (object.kind() == DiskObject.Kind.UNKNOWN) {
            unknown(reason(object.path(), object.detail()));
        } else if (directoryComplete || object.kind() == DiskObject.Kind.COMMA) {
            orphans.finding(object).ifPresent(finding -> tell(out, finding));
        }
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
