package vmail.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vmail.job.ChangeRun;
import vmail.job.JobRun;
import vmail.report.findings.WorkspaceDatabase;
import vmail.workspace.RunSession;
import vmail.writer.repair.Journal;

/** Work whose changes are known from the beginning. */
final class ChangeWork implements ChangingJob.Work<ChangeRun> {

    /** Looks what is to be changed; touches nothing. */
    interface Wanted {

        /** @param continued whether a killed run is, which has noted in its journal what it had begun */
        List<ChangeRun.Wanted> changes(boolean continued) throws IOException, Refused;
    }

    /** Finds the run that is continued. */
    interface Continued {
        Optional<String> run(WorkspaceDatabase database) throws IOException, Refused;
    }

    private final Wanted wanted;
    private final Continued continued;
    private final Consumer<String> told;

    /** @param told what is done */
    ChangeWork(Wanted wanted, Continued continued, Consumer<String> told) {
        this.wanted = wanted;
        this.continued = continued;
        this.told = told;
    }

    @Override
    public Optional<String> continued(WorkspaceDatabase database) throws IOException, Refused {
        return continued.run(database);
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
