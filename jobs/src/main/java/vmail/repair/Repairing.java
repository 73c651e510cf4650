package vmail.repair;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmail.account.DirectoryUnavailable;
import vmail.account.DiskPath;
import vmail.check.Progress;
import vmail.reader.directory.IncompleteRead;
import vmail.report.findings.Fingerprint;
import vmail.rule.Finding;
import vmail.settings.Settings;
import vmail.settings.TooManyChanges;
import vmail.writer.repair.Change;
import vmail.writer.repair.Changer;
import vmail.writer.repair.JournalEntry;
import vmail.writer.repair.Quarantine;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;

/**
 * Repairs what an audit found, round after round: what one repair makes possible the next one does. Each is proposed anew at the moment
 * at which it is made.
 */
public final class Repairing {

    /** Of one finding: what comes back so often does not come from here. */
    private static final int ATTEMPTS = 3;

    private final Settings settings;
    private final LDAPInterface directory;
    private final OpenMailBase disk;
    private final RepairOptions options;
    private final Optional<Changer> changer;
    private final String run;
    private final Instant now;
    private final Progress progress;
    private final RepairLog log;
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> resumed = new HashSet<>();
    private boolean first = true;
    private long repairs;
    private long conflicts;

    /** @param changer makes the changes; none for a dry run */
    public Repairing(
            Settings settings,
            LDAPInterface directory,
            OpenMailBase disk,
            RepairOptions options,
            Optional<Changer> changer,
            String run,
            Instant now,
            Progress progress,
            RepairLog log) {
        this.settings = settings;
        this.directory = directory;
        this.disk = disk;
        this.options = options;
        this.changer = changer;
        this.run = run;
        this.now = now;
        this.progress = progress;
        this.log = log;
    }

    /**
     * Ends what a run had begun when it was killed.
     *
     * @param begun the journal of that run
     * @return whether something was changed
     */
    public boolean resume(List<JournalEntry> begun) throws IOException, DirectoryUnavailable {
        begun.forEach(entry -> resumed.add(entry.reason().replaceFirst(" .*", "")));
        return changer.isPresent() && changer.get().resume(log::resumed);
    }

    /**
     * Repairs what of some findings can be repaired.
     *
     * @param findings all of a conclusive audit
     * @param accounts how many the directory has
     * @return whether something was changed, so that it is worth to look again
     */
    public boolean round(List<Finding> findings, long accounts)
            throws IOException, IncompleteRead, DirectoryUnavailable, TooManyChanges, UnknownFinding {
        if (first) {
            FindingId.named(options.plan(), findings, resumed).forEach(each -> named.add(Fingerprint.of(each)));
        }
        List<Finding> possible = possible(findings);
        first = false;
        options.brake().check("repairs", possible.size(), accounts, "Look at them with --dry-run");
        if (changer.isEmpty()) {
            repairs = possible.size();
            return false;
        }
        progress.phase("repairing", possible.size());
        Site site = site();
        boolean changed = false;
        for (Finding finding : possible) {
            progress.step();
            changed |= repair(finding, site, changer.get());
        }
        changer.get().sync();
        return changed;
    }

    /** Those about which something can be done now, in the order in which it is done; what is left to people is told. */
    private List<Finding> possible(List<Finding> findings) throws IOException, IncompleteRead {
        Site site = site();
        List<Finding> possible = new ArrayList<>();
        for (Finding finding : inOrder(findings)) {
            Proposal proposal = propose(finding, site);
            if (proposal instanceof Proposal.Work work) {
                possible.add(finding);
                if (changer.isEmpty()) {
                    log.would(finding, work.changes());
                }
            } else if (first) {
                tell(finding, proposal);
            }
        }
        return possible;
    }

    private List<Finding> inOrder(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> Acts.of(finding.rule()).isPresent())
                .filter(finding -> options.plan().isEmpty() || named.contains(Fingerprint.of(finding)))
                .filter(finding -> attempts.getOrDefault(Fingerprint.of(finding), 0) < ATTEMPTS)
                .sorted(Comparator.comparing((Finding finding) -> Acts.order(finding.rule())))
                .toList();
    }

    private boolean repair(Finding finding, Site site, Changer hand)
            throws IOException, IncompleteRead, DirectoryUnavailable {
        attempts.merge(Fingerprint.of(finding), 1, Integer::sum);
        if (!(propose(finding, site) instanceof Proposal.Work work)) {
            return false;
        }
        String reason = FindingId.of(finding) + " " + finding.rule();
        boolean whole = hand.make(reason, work.stages(), (change, applied) -> log.did(finding, change, applied));
        late(finding, work, reason, hand);
        if (whole) {
            repairs++;
        } else {
            conflicts++;
            attempts.put(Fingerprint.of(finding), ATTEMPTS);
        }
        return true;
    }

    private void late(Finding finding, Proposal.Work work, String reason, Changer hand)
            throws IOException, DirectoryUnavailable {
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                List<Change> more = work.late().changes();
                if (more.isEmpty()) {
                    return;
                }
                hand.make(reason, List.of(more), (change, applied) -> log.did(finding, change, applied));
            }
        } catch (InTheWay e) {
            log.left(finding, e.found());
        }
    }

    private Proposal propose(Finding finding, Site site) throws IOException, IncompleteRead {
        Case found = new Case(finding, site, named.contains(Fingerprint.of(finding)));
        if (finding.place().isPresent() && !found.isBelowBase()) {
            return new Proposal.Decision("it is not below " + settings.mailBase());
        }
        try {
            return Acts.of(finding.rule()).orElseThrow().propose(found);
        } catch (InTheWay e) {
            return new Proposal.Decision(e.found());
        }
    }

    private void tell(Finding finding, Proposal proposal) {
        if (proposal instanceof Proposal.Decision decision) {
            log.left(finding, decision.reason());
        } else if (proposal instanceof Proposal.Named plan) {
            log.plan(finding, FindingId.of(finding), plan.what());
        }
    }

    /** With a quarantine that counts from the beginning. */
    private Site site() {
        return new Site(
                settings,
                directory,
                disk,
                new LiveLayouts(settings, directory),
                new Quarantine(disk, run, now),
                options.into());
    }

    /** Whether a finding was what the run is about. */
    public boolean concerns(Finding finding) {
        return options.plan().isEmpty() || named.contains(Fingerprint.of(finding));
    }

    /** Findings that were put right, or would be. */
    public long repairs() {
        return repairs;
    }

    /** Findings of which something stood otherwise than a moment ago. */
    public long conflicts() {
        return conflicts;
    }

    static String where(Finding finding) {
        return finding.place().map(path -> new DiskPath(path).toString()).orElse(finding.dn());
    }
}
