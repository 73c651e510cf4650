package vmail.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vmail.job.ChangeRun;
import vmail.job.JobRun;
import vmail.report.findings.WorkspaceDatabase;
import vmail.workspace.RunSession;
import vmail.writer.repair.Journal;
import vmail.writer.repair.JournalEntry;

/** Work whose changes are known from the beginning. */
final class ChangeWork implements ChangingJob.Work<ChangeRun> {

    /** Looks what is to be changed; touches nothing. */
    interface Wanted {

        /** @param continued whether a killed run is, which has noted in its journal what it had begun */
        List<ChangeRun.Wanted> changes(boolean continued) throws IOException, Refused;
    }

    private final RunJournal journals;
    private final String command;
    private final Predicate<String> ours;
    private final Wanted wanted;
    private final Consumer<String> told;

    /**
     * @param ours whether a change of that reason belongs to this work; a killed run of the command that had begun one is continued
     * @param told what is done
     */
    ChangeWork(RunJournal journals, String command, Predicate<String> ours, Wanted wanted, Consumer<String> told) {
        this.journals = journals;
        this.command = command;
        this.ours = ours;
        this.wanted = wanted;
        this.told = told;
    }

    @Override
    public Optional<String> continued(WorkspaceDatabase database) throws IOException {
        return journals.unfinished(
                database,
                command,
                journal -> journal.entries().stream().map(JournalEntry::reason).anyMatch(ours));
    }

    @Override
    public ChangeRun shared(JobRun job, Optional<Journal> journal, RunSession session, Instant now)
            throws IOException, Refused {
        boolean continued = !journal.orElseThrow().earlier().isEmpty();
        return new ChangeRun(job, wanted.changes(continued), journal.orElseThrow(), told);
    }

    @Override
    public List<String> notes(ChangeRun shared) {
        return List.of("%d changes were made, %d not".formatted(shared.done(), shared.conflicts()));
    }

    @Override
    public boolean isIncomplete(ChangeRun shared) {
        return shared.conflicts() > 0;
    }
}
