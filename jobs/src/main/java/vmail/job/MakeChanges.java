package vmail.job;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.account.DirectoryUnavailable;
import vmail.writer.repair.Applied;
import vmail.writer.repair.Change;
import vmail.writer.repair.Changer;
import vmail.writer.repair.JournalEntry;
import vmail.writer.repair.Workbench;
import vmail.writer.store.OpenMailBase;

/**
 * Makes changes in their order. What stands otherwise than they start from is told and left alone; what a run that is continued has
 * settled is not made again.
 */
final class MakeChanges implements Tasklet {

    private final ChangeRun run;
    private final JobRun job;

    MakeChanges(ChangeRun run) {
        this.run = run;
        this.job = run.job();
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        job.guard(() -> {
            try (OpenMailBase disk =
                    OpenMailBase.open(job.settings().mailBase(), job.settings().owner())) {
                make(new Changer(new Workbench(disk, job.directory().connection()), run.journal()));
            } finally {
                job.directory().save();
            }
        });
        return RepeatStatus.FINISHED;
    }

    private void make(Changer changer) throws IOException, DirectoryUnavailable {
        job.progress().phase("changing", run.wanted().size());
        changer.resume(this::tell);
        Set<String> settled = settled();
        for (ChangeRun.Wanted each : run.wanted()) {
            job.progress().step();
            if (!settled.contains(each.reason())) {
                changer.make(each.reason(), each.stages(), this::tell);
            }
        }
        changer.sync();
    }

    private Set<String> settled() {
        Map<String, Boolean> reasons = run.journal().earlier().stream()
                .collect(Collectors.toMap(JournalEntry::reason, JournalEntry::isSettled, (first, last) -> last));
        reasons.values().removeIf(each -> !each);
        return reasons.keySet();
    }

    private void tell(Change change, Applied applied) {
        if (applied.isConflict()) {
            run.countConflict();
            run.say("did not " + change.words() + ": " + applied.reason());
        } else if (applied.kind() == Applied.Kind.DONE) {
            run.countDone();
            run.say(change.words());
        }
    }
}
