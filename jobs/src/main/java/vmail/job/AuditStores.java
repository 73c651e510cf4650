package vmail.job;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.check.DirectoryAudit;

/** Compares the directory with the disk. */
final class AuditStores implements Tasklet {

    private final JobRun job;

    AuditStores(JobRun job) {
        this.job = job;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        job.guard(() -> {
            DirectoryAudit audit = new DirectoryAudit(
                            job.settings(),
                            job.auditing(),
                            job.directory().connection(),
                            job.findings(),
                            job.progress())
                    .telling(job.paths());
            job.verdict(audit.run());
            job.audited(audit.accounts());
            job.facts(audit.facts());
            job.access(audit.access());
        });
        return RepeatStatus.FINISHED;
    }
}
