package vmail.job;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.account.DirectoryUnavailable;
import vmail.check.DirectoryAccounts;
import vmail.check.LiveAccounts;
import vmail.check.Progress;
import vmail.check.RunFindings;
import vmail.check.StopRequest;
import vmail.connection.Directory;
import vmail.reader.directory.IncompleteRead;
import vmail.repair.UnknownFinding;
import vmail.report.audit.AuditVerdict;
import vmail.report.audit.StorePaths;
import vmail.report.render.ReportNotWritten;
import vmail.report.run.FolderAccess;
import vmail.settings.AuditOptions;
import vmail.settings.Settings;
import vmail.settings.TooManyChanges;

/** What the steps of one job share, and what they report. */
public final class JobRun {

    private final Settings settings;
    private final Directory directory;
    private final RunFindings findings;
    private final Progress progress;
    private @Nullable Exception failure;
    private @Nullable AuditVerdict verdict;
    private AuditOptions auditing;
    private StorePaths paths = StorePaths.NOBODY;
    private Map<String, Long> facts = Map.of();
    private List<FolderAccess> access = List.of();
    private long audited;
    private long made;

    /** @param settings with a directory and an account base */
    public JobRun(Settings settings, Directory directory, RunFindings findings, Progress progress, Clock clock) {
        this.settings = settings;
        this.directory = directory;
        this.findings = findings;
        this.progress = progress;
        this.auditing = AuditOptions.within(clock);
    }

    public Settings settings() {
        return settings;
    }

    Directory directory() {
        return directory;
    }

    public RunFindings findings() {
        return findings;
    }

    Progress progress() {
        return progress;
    }

    DN accountBase() {
        return settings.accountBase().orElseThrow();
    }

    LiveAccounts liveAccounts() {
        return new DirectoryAccounts(directory.connection(), accountBase(), settings.systemBase(), settings.bindDn());
    }

    /** Maildirs, folders, links and subscriptions made. */
    public long madeStores() {
        return made;
    }

    void made(long more) {
        made += more;
    }

    /** What the audit found out; empty when it did not come to its end. */
    public Optional<AuditVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    void verdict(AuditVerdict outcome) {
        verdict = outcome;
    }

    /** How the audit of the job goes about its work; unless said otherwise, as a part of another job does. */
    public AuditOptions auditing() {
        return auditing;
    }

    public JobRun auditing(AuditOptions options) {
        auditing = options;
        return this;
    }

    /** Who hears what the audit sees of paths without findings. */
    StorePaths paths() {
        return paths;
    }

    public JobRun telling(StorePaths somebody) {
        paths = somebody;
        return this;
    }

    /** What the audit counted, by name. */
    public Map<String, Long> facts() {
        return facts;
    }

    void facts(Map<String, Long> counted) {
        facts = Map.copyOf(counted);
    }

    /** Who may read which shared folder, as the audit saw it. */
    public List<FolderAccess> access() {
        return access;
    }

    void access(List<FolderAccess> seen) {
        access = List.copyOf(seen);
    }

    /** Accounts of the directory that were compared with the disk. */
    public long audited() {
        return audited;
    }

    void audited(long accounts) {
        audited = accounts;
    }

    /** Why the job ended early. */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * A job that ended early for a reason that no step expected has not come to its end, whatever it reported before.
     *
     * @param ended what Spring Batch caught; a {@link #failure} that is known already says more
     */
    public void requireReason(Optional<Throwable> ended) {
        if (failure != null || ended.isEmpty()) {
            return;
        }
        if (ended.get() instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        throw new AssertionError("a step failed: " + ended.get(), ended.get());
    }

    /**
     * Does a step's work; what goes wrong is kept here and not given to Spring Batch, which would write messages and causes
     * into its tables, requests with passwords among them.
     */
    void guard(Work work) {
        try {
            work.run();
        } catch (IOException
                | IncompleteRead
                | DirectoryUnavailable
                | RejectedRecords
                | TooManyChanges
                | UnknownFinding
                | StopRequest.Stopped
                | ReportNotWritten e) {
            // what fails while things are closed comes after the reason
            if (failure == null) {
                failure = e;
            }
            throw new StepEnded();
        }
    }

    /** A piece of a step, with the ways in which the surroundings may fail it. */
    interface Work {
        void run()
                throws IOException, IncompleteRead, DirectoryUnavailable, RejectedRecords, TooManyChanges,
                        UnknownFinding;
    }

    /** The step ended early; why is known to the run. */
    static final class StepEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepEnded() {
            super("see the message of the command", null, false, false);
        }
    }
}
