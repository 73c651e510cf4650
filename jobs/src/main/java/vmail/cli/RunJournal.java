package vmail.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vmail.report.findings.RunStore;
import vmail.report.findings.WorkspaceDatabase;
import vmail.report.run.RunSummary;
import vmail.settings.Settings;
import vmail.writer.repair.Journal;

/** The journals of runs in the workspace. */
record RunJournal(Settings settings) {

    private static final Set<String> ENDED = Set.of("done", "refused");

    /** @throws Refused when a run has none, or one about another mail base or directory */
    Journal.Contents of(String run) throws IOException, Refused {
        if (!run.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new Refused(ExitCode.USAGE, "no run is called " + run + "; vmail runs lists them");
        }
        try {
            Journal.Contents contents = Journal.read(file(run));
            if (!contents.target().equals(ChangingJob.target(settings))) {
                throw new Refused(
                        ExitCode.REFUSED,
                        "run " + run + " changed " + contents.target() + ", the settings name "
                                + ChangingJob.target(settings));
            }
            return contents;
        } catch (NoSuchFileException e) {
            throw new Refused(
                    ExitCode.USAGE,
                    "run " + run + " has no " + Journal.NAME + ": vmail undo takes back what vmail repair, vmail undo"
                            + " and vmail quarantine have done; vmail runs lists the runs");
        }
    }

    /**
     * The last run of a command that could change something, of those that changed what the settings name, if it did not come to its end.
     *
     * @param sought which of them
     */
    Optional<String> unfinished(WorkspaceDatabase database, String command, Predicate<Journal.Contents> sought)
            throws IOException {
        for (RunSummary run : new RunStore(database.dataSource()).list()) {
            if (run.command().equals(command) && isSought(run.id(), sought)) {
                return ENDED.contains(run.state()) ? Optional.empty() : Optional.of(run.id());
            }
        }
        return Optional.empty();
    }

    private boolean isSought(String run, Predicate<Journal.Contents> sought) throws IOException {
        try {
            Journal.Contents contents = Journal.read(file(run));
            return contents.target().equals(ChangingJob.target(settings)) && sought.test(contents);
        } catch (NoSuchFileException e) {
            // a dry run, or one that was killed before it could have changed anything
            return false;
        }
    }

    private Path file(String run) {
        return settings.workspace().resolve("runs").resolve(run).resolve(Journal.NAME);
    }
}
