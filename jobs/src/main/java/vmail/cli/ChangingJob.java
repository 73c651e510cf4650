package vmail.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.BatchContext;
import vmail.job.JobRun;
import vmail.report.findings.RunStore;
import vmail.report.findings.WorkspaceDatabase;
import vmail.settings.Settings;
import vmail.workspace.MailBaseLock;
import vmail.workspace.RunSession;
import vmail.writer.repair.Journal;
import vmail.writer.repair.JournalTarget;

/**
 * Runs a job that changes single things of directory and disk, as a run that is kept, with a journal in its folder.
 *
 * @param command also the name of the job
 * @param configuration the job's
 * @param journalled whether anything is changed; a run that changes nothing needs no lock either
 */
record ChangingJob<T>(String command, Class<?> configuration, Class<T> sharedType, boolean journalled) {

    /** What a job is made of. */
    interface Work<T> {

        /** The id of a run that is continued. */
        default Optional<String> continued(WorkspaceDatabase database) throws IOException, Refused {
            return Optional.empty();
        }

        T shared(JobRun job, Optional<Journal> journal, RunSession session, Instant now) throws IOException, Refused;

        /** Sentences for the end. */
        List<String> notes(T shared);

        /** Whether something was not done. */
        boolean isIncomplete(T shared);
    }

    int run(SettingsOptions options, Terminal terminal, StopRequest stop, Work<T> work)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked {
        Settings settings = options.settings();
        ConfiguredDirectory.requireSettings(settings);
        Surroundings.refuseRootWithoutOwner(settings);
        Surroundings.requireMailBase(settings, false);
        return journalled
                ? locked(settings, options.format, terminal, stop, work)
                : work(settings, options.format, terminal, stop, work);
    }

    @SuppressWarnings("try") // the lock is held, not used
    private int locked(
            Settings settings, SettingsOptions.Format format, Terminal terminal, StopRequest stop, Work<T> work)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked {
        try (MailBaseLock lock = MailBaseLock.acquire(settings.mailBase(), command)) {
            return work(settings, format, terminal, stop, work);
        }
    }

    private int work(
            Settings settings, SettingsOptions.Format format, Terminal terminal, StopRequest stop, Work<T> work)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        Instant now = terminal.clock().instant();
        TerminalProgress progress = new TerminalProgress(terminal, stop);
        try (WorkspaceDatabase database = WorkspaceDatabase.open(settings.workspace())) {
            Optional<String> continued = journalled ? work.continued(database) : Optional.empty();
            continued.ifPresent(run -> terminal.err().println("vmail: continuing run " + run));
            String id = continued.orElseGet(() -> RunSession.newId(command, now, new RunStore(database.dataSource())));
            try (ConfiguredDirectory directory = ConfiguredDirectory.required(settings);
                    Answer answer = Answer.of(format, terminal, progress, Answer.PER_RULE);
                    RunSession session =
                            RunSession.open(settings, database, id, command, now, terminal.clock(), answer);
                    OpenedJournal journal = OpenedJournal.of(journalled, session, settings)) {
                JobRun job = new JobRun(settings, directory.open(), session.findings(), progress, terminal.clock());
                T shared = work.shared(job, journal.journal(), session, now);
                try (BatchContext batch = BatchContext.open(database.dataSource(), configuration, sharedType, shared)) {
                    job.requireReason(batch.run(id, Fingerprints.target(settings), ""));
                }
                return new KeptRun(settings, terminal, session, job, answer)
                        .noted(work.notes(shared))
                        .incomplete(work.isIncomplete(shared))
                        .finish();
            }
        }
    }

    static JournalTarget target(Settings settings) {
        return new JournalTarget(
                settings.mailBase().path(),
                settings.directory().map(each -> each.url().toString()).orElse(""),
                settings.accountBase().map(dn -> dn.toNormalizedString()).orElse(""));
    }

    private record OpenedJournal(Optional<Journal> journal) implements AutoCloseable {

        static OpenedJournal of(boolean wanted, RunSession session, Settings settings) throws IOException {
            return new OpenedJournal(
                    wanted ? Optional.of(Journal.open(session.folder(), target(settings))) : Optional.empty());
        }

        @Override
        public void close() throws IOException {
            if (journal.isPresent()) {
                journal.get().close();
            }
        }
    }
}
