package vmail.job;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.check.AcceptedRecords;
import vmail.writer.directory.EntryChange;
import vmail.writer.directory.EntryComparison;
import vmail.writer.directory.EntryPlanner;

/** Counts the entries of accounts that an import would change, before it changes the first. What it adds does no harm to anybody. */
final class BrakeChanges implements Tasklet {

    private static final int BATCH = 200;

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
        long changes = 0;
        List<ReadOnlyEntry> batch = new ArrayList<>();
        try (AcceptedRecords records = run.checked().accepted()) {
            for (Candidate candidate = records.read(); candidate != null; candidate = records.read()) {
                batch.add(AccountEntry.of(candidate, run.options().loadInactive()));
                if (batch.size() == BATCH) {
                    changes += changes(planner, batch);
                }
            }
        }
        return changes + changes(planner, batch);
    }

    private static long changes(EntryPlanner planner, List<ReadOnlyEntry> batch) throws DirectoryUnavailable {
        long changes = planner.plan(batch).stream()
                .filter(EntryChange.Modify.class::isInstance)
                .count();
        batch.clear();
        return changes;
    }
}
