package vmail.job;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.account.AcceptedDomains;
import vmail.check.CheckedSources;
import vmail.check.SourceCheck;

/** Judges every record of every source before anything is written. */
final class CheckSources implements Tasklet {

    private final ImportRun run;

    CheckSources(ImportRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        run.job().guard(() -> {
            CheckedSources checked = new SourceCheck(
                            run.sources(),
                            run.readOptions(),
                            run.job()
                                    .settings()
                                    .ruleContext(
                                            AcceptedDomains.unknown(),
                                            run.job().auditing().clock().instant()),
                            run.job().settings().severities(),
                            run.job().liveAccounts(),
                            run.job().findings(),
                            run.job().progress())
                    .run();
            run.checked(checked);
            checked.counts().mustAddUp();
            long rejected = checked.counts().rejected();
            if (rejected > 0 && !run.options().skipRejected()) {
                throw new RejectedRecords(rejected);
            }
        });
        return RepeatStatus.FINISHED;
    }
}
