package vmail.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.BatchContext;
import vmail.job.JobRun;
import vmail.report.findings.RunStore;
import vmail.report.findings.WorkspaceDatabase;
import vmail.settings.Keeping;
import vmail.settings.Settings;
import vmail.workspace.OldRuns;
import vmail.workspace.RunSession;

/**
 * Runs a job that starts from the directory alone, as a run that is kept.
 *
 * @param command also the name of the job
 * @param configuration the job's
 * @param night of an audit, which is told in order at its end: how long the nights before are kept
 */
record DirectoryJob<T>(
        String command,
        Class<?> configuration,
        Class<T> sharedType,
        BiFunction<JobRun, RunSession, T> shared,
        Optional<Keeping> night) {

    int run(Settings settings, SettingsOptions.Format format, Terminal terminal, StopRequest stop)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        ConfiguredDirectory.requireSettings(settings);
        try (WorkspaceDatabase database = WorkspaceDatabase.open(settings.workspace())) {
            return run(database, settings, format, terminal, stop);
        }
    }

    /** @param database of the workspace, which stays open */
    int run(
            WorkspaceDatabase database,
            Settings settings,
            SettingsOptions.Format format,
            Terminal terminal,
            StopRequest stop)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        TerminalProgress progress = new TerminalProgress(terminal, stop);
        Instant now = terminal.clock().instant();
        try (ConfiguredDirectory directory = ConfiguredDirectory.required(settings);
                Answer answer = night.isPresent()
                        ? Answer.atTheEnd(format, terminal, progress)
                        : Answer.of(format, terminal, progress, Answer.PER_RULE);
                RunSession session = RunSession.open(
                        settings,
                        database,
                        RunSession.newId(command, now, new RunStore(database.dataSource())),
                        command,
                        now,
                        terminal.clock(),
                        answer)) {
            JobRun job = new JobRun(settings, directory.open(), session.findings(), progress, terminal.clock());
            if (night.isPresent()) {
                job.telling(session.files().paths());
            }
            try (BatchContext batch =
                    BatchContext.open(database.dataSource(), configuration, sharedType, shared.apply(job, session))) {
                job.requireReason(batch.run(session.id(), Fingerprints.target(settings), ""));
            }
            int code = new KeptRun(settings, terminal, session, job, answer).finish();
            night.ifPresent(keeping ->
                    new OldRuns(settings.workspace(), database, terminal.clock(), keeping).remove(terminal::complain));
            return code;
        }
    }
}
