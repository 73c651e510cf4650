package vmail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.check.CheckedSources;
import vmail.check.MoveReport;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.BatchContext;
import vmail.job.GeneratedPasswords;
import vmail.job.ImportOptions;
import vmail.job.ImportRun;
import vmail.job.JobRun;
import vmail.job.StoredPasswords;
import vmail.job.UnfinishedRun;
import vmail.reader.source.Source;
import vmail.report.findings.RunHistory;
import vmail.report.findings.RunStore;
import vmail.report.findings.WorkspaceDatabase;
import vmail.settings.Brake;
import vmail.settings.Settings;
import vmail.settings.SourceSettings;
import vmail.settings.TooManyChanges;
import vmail.workspace.MailBaseBrake;
import vmail.workspace.MailBaseLock;
import vmail.workspace.RunSession;
import vmail.writer.directory.ChangeLog;

/**
 * Runs a job that brings sources to directory and disk, as a run that is kept; continues one that did not finish.
 *
 * @param command also the name of the job
 * @param configuration the job's
 * @param brake how much may be changed unasked
 * @param generated the file for passwords of people without one
 * @param anew do not continue
 */
record SourceJob(
        String command,
        Class<?> configuration,
        ImportOptions options,
        Brake brake,
        StoredPasswords passwords,
        Optional<Path> generated,
        boolean anew) {

    SourceJob(
            String command,
            Class<?> configuration,
            ImportOptions options,
            Brake brake,
            StoredPasswords passwords,
            boolean anew) {
        this(command, configuration, options, brake, passwords, Optional.empty(), anew);
    }

    int run(SettingsOptions shared, SourceOptions sources, Terminal terminal, StopRequest stop)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked, TooManyChanges {
        Settings settings = shared.settings();
        return run(settings, shared.format, sources.sources(settings, terminal), sources.settings(), terminal, stop);
    }

    @SuppressWarnings("try") // the lock is held, not used
    int run(
            Settings settings,
            SettingsOptions.Format format,
            List<Source> inputs,
            SourceSettings reading,
            Terminal terminal,
            StopRequest stop)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked, TooManyChanges {
        ConfiguredDirectory.requireSettings(settings);
        if (!options.ownMailBase()) {
            Surroundings.refuseRootWithoutOwner(settings);
        }
        Surroundings.requireMailBase(settings, options.createMailBase());
        try (MailBaseLock lock = MailBaseLock.acquire(settings.mailBase(), command);
                WorkspaceDatabase database = WorkspaceDatabase.open(settings.workspace())) {
            new MailBaseBrake(settings, new RunHistory(database.dataSource(), terminal.clock())).check(brake);
            // reads every source whole: who finds the lock taken shall not wait for that
            String input = Fingerprints.input(settings, inputs, reading, options, passwords, generated);
            Optional<UnfinishedRun> unfinished = unfinished(settings, database, input);
            unfinished.ifPresent(run -> terminal.err().println("vmail: continuing run " + run.id()));
            Instant now = terminal.clock().instant();
            String id = unfinished
                    .map(UnfinishedRun::id)
                    .orElseGet(() -> RunSession.newId(command, now, new RunStore(database.dataSource())));
            TerminalProgress progress = new TerminalProgress(terminal, stop);
            try (ConfiguredDirectory directory = ConfiguredDirectory.required(settings);
                    Answer answer = Answer.of(format, terminal, progress, Answer.PER_RULE);
                    RunSession session =
                            RunSession.open(settings, database, id, command, now, terminal.clock(), answer);
                    ChangeLog changeLog = ChangeLog.open(session.folder());
                    GeneratedFile made = GeneratedFile.open(generated)) {
                JobRun job = new JobRun(settings, directory.open(), session.findings(), progress, terminal.clock());
                ImportRun run = new ImportRun(
                        job,
                        inputs,
                        reading.readOptions(settings.accountBase(), settings.mailBase()),
                        options,
                        brake,
                        passwords,
                        changeLog,
                        made.passwords());
                try (BatchContext batch =
                        BatchContext.open(database.dataSource(), configuration, ImportRun.class, run)) {
                    job.requireReason(batch.run(id, Fingerprints.target(settings), input));
                } finally {
                    directory.open().save();
                }
                KeptRun kept = new KeptRun(settings, terminal, session, job, answer).changed(run.changes());
                if (unfinished.isPresent()) {
                    kept.continued();
                }
                if (run.isChecked()) {
                    kept.checked(run.checked());
                    writeRejects(run.checked(), session);
                    writeMove(new MoveReport(run.checked()), session);
                }
                return kept.finish();
            }
        }
    }

    private Optional<UnfinishedRun> unfinished(Settings settings, WorkspaceDatabase database, String input)
            throws Refused {
        if (anew) {
            return Optional.empty();
        }
        Optional<UnfinishedRun> unfinished =
                BatchContext.unfinished(database.dataSource(), command, Fingerprints.target(settings));
        if (unfinished.isPresent() && !unfinished.get().input().equals(input)) {
            throw new Refused(
                    ExitCode.REFUSED,
                    "run " + unfinished.get().id()
                            + " did not finish, and its sources or options were others than these."
                            + " Run it again as it was, or begin anew with --new-run");
        }
        return unfinished;
    }

    /** For files of older systems: what is lost, and where the mail lies that is still to be copied. */
    private static void writeMove(MoveReport report, RunSession session) throws IOException {
        if (report.isNeeded()) {
            report.writeLosses(session.files().open("losses.csv"));
            report.writeOldStores(session.files().open("old-stores.csv"));
        }
    }

    private static void writeRejects(CheckedSources checked, RunSession session) throws IOException {
        checked.writeRejects((source, number) ->
                new BufferedWriter(new OutputStreamWriter(session.files().open(rejectsName(source, number)), UTF_8)));
    }

    /** {@code rejected.csv} for the first source, {@code rejected-2.ldif} for the second. */
    private static String rejectsName(Source source, int number) {
        String suffix = switch (source.format()) {
            case CSV -> ".csv";
            case LDIF -> ".ldif";
            case ZMPROV -> ".txt";
        };
        return number == 1 ? "rejected" + suffix : "rejected-" + number + suffix;
    }

    /** The file of generated passwords, where one is wanted. */
    private record GeneratedFile(Optional<GeneratedPasswords> passwords) implements AutoCloseable {

        static GeneratedFile open(Optional<Path> file) throws IOException {
            return new GeneratedFile(
                    file.isEmpty() ? Optional.empty() : Optional.of(GeneratedPasswords.open(file.get())));
        }

        @Override
        public void close() throws IOException {
            if (passwords.isPresent()) {
                passwords.get().close();
            }
        }
    }
}
