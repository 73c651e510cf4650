package vmail.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.check.RunFindings;
import vmail.report.findings.FindingStore;
import vmail.report.findings.RunHistory;
import vmail.report.findings.RunStore;
import vmail.report.findings.WorkspaceDatabase;
import vmail.report.render.FindingSink;
import vmail.report.render.RunFile;
import vmail.report.render.RunFolder;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.WithAccess;
import vmail.settings.Settings;

/** A run that is kept: its folder, its row in the database, and its findings in both. */
public final class RunSession implements AutoCloseable {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final String id;
    private final String command;
    private final Instant started;
    private final RunStore runs;
    private final RunFolder folder;
    private final RunHistory history;
    private final Clock clock;
    private final FindingSink kept;
    private final FindingSink answer;
    private final RunFindings findings;
    private boolean ended;

    private RunSession(
            Settings settings,
            WorkspaceDatabase database,
            String id,
            String command,
            Instant started,
            Clock clock,
            FindingSink answer) {
        this.id = id;
        this.command = command;
        this.runs = new RunStore(database.dataSource());
        // of a run that is continued: when it began, not when it was continued
        this.started = runs.find(id).map(RunSummary::started).orElse(started);
        this.folder = new RunFolder(settings.workspace(), id);
        runs.start(id, command, this.started);
        this.history = new RunHistory(database.dataSource(), clock);
        this.clock = clock;
        this.kept = new FindingStore(database.dataSource()).sink(id);
        this.answer = answer;
        this.findings = new RunFindings(FindingSink.all(List.of(kept, answer)), settings.severities());
    }

    /**
     * Opens a new run, or a run that did not finish anew.
     *
     * @param database stays open
     * @param id of {@link #newId}, or of the run that is continued
     * @param clock tells when it ends
     * @param answer what the command says while it runs
     */
    public static RunSession open(
            Settings settings,
            WorkspaceDatabase database,
            String id,
            String command,
            Instant started,
            Clock clock,
            FindingSink answer) {
        return new RunSession(settings, database, id, command, started, clock, answer);
    }

    /** Tells when the run began, and stays readable in a listing: {@code 20261122-191501-import}. */
    public static String newId(String command, Instant now, RunStore runs) {
        String stem = ID.format(now) + "-" + command;
        String id = stem;
        for (int next = 2; runs.find(id).isPresent(); next++) {
            id = stem + "-" + next;
        }
        return id;
    }

    /** What the last conclusive audit of a scope counted, by name; empty when there was none. */
    public Optional<Map<String, Long>> lastFacts(String scope) {
        return history.lastFacts(scope);
    }

    public String id() {
        return id;
    }

    public Instant started() {
        return started;
    }

    public String command() {
        return command;
    }

    public Path folder() {
        return folder.path();
    }

    public RunFolder files() {
        return folder;
    }

    public RunFindings findings() {
        return findings;
    }

    /**
     * Completes the reports and takes the run into the history, both or none; keeps the figures also when a report can not
     * be written.
     *
     * @param reasons why an audit is inconclusive
     * @param access what an audit saw of the shared folders
     */
    public RunHead finish(RunSummary summary, List<String> reasons, List<FolderAccess> access) {
        try {
            return keep(summary, reasons, access);
        } finally {
            answer.finish(summary);
        }
    }

    private RunHead keep(RunSummary summary, List<String> reasons, List<FolderAccess> access) {
        boolean written = false;
        ended = true;
        try {
            kept.finish(summary);
            RunHead head =
                    history.finish(summary, reasons, contents -> folder.finish(new WithAccess(contents, access)));
            written = true;
            return head;
        } finally {
            if (!written) {
                runs.finish(summary.failed(clock.instant()));
            }
        }
    }

    /** What reports are made from, after {@link #finish}. */
    public RunFile file() {
        return RunFile.open(folder.path().resolve(RunFile.NAME));
    }

    /** A run that is closed without figures has failed; only one that was killed is found running later. */
    @Override
    public void close() {
        try {
            FindingSink.all(List.of(kept, answer)).close();
            folder.close();
        } finally {
            if (!ended) {
                runs.finish(RunSummary.running(id, command, started).failed(clock.instant()));
            }
        }
    }
}
