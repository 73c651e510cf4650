package vmail.job;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.account.DirectoryUnavailable;
import vmail.writer.directory.EntryChange;
import vmail.writer.directory.EntryComparison;
import vmail.writer.directory.EntryPlanner;

/** Counts the entries of accounts that an import would change, before it changes the first. What it adds does no harm to anybody. */
final class BrakeChanges implements Tasklet {

    private final ImportRun run;

    BrakeChanges(ImportRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        run.job().guard(() -> {
            long accounts = run.checked().existing();
            if (accounts > 0 && !run.options().noUpdate()) {
                run.brake().check("changes of accounts", changes(), accounts, "Look at them with vmail plan");
            }
        });
        return RepeatStatus.FINISHED;
    }

    private long changes() throws IOException, DirectoryUnavailable {
        EntryPlanner planner = new EntryPlanner(
                run.job().directory().connection(),
                new EntryComparison(run.passwords(), run.options().loadInactive()));
        AtomicLong changes = new AtomicLong();
        new PlannedEntries(planner, run.options().loadInactive()).of(run.checked(), account -> {}, change -> {
            if (change instanceof EntryChange.Modify) {
                changes.incrementAndGet();
            }
        });
        return changes.get();
    }
}
