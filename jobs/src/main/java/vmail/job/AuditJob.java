package vmail.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Directory against disk; writes nothing but its report. */
@Configuration
public class AuditJob {

    @Bean
    Job audit(JobRepository repository, Step auditDirectory) {
        return new JobBuilder("audit", repository).start(auditDirectory).build();
    }

    @Bean
    Step auditDirectory(JobRepository repository, PlatformTransactionManager transactions, JobRun job) {
        return new StepBuilder("audit", repository)
                .tasklet(new AuditStores(job), transactions)
                .allowStartIfComplete(true)
                .build();
    }
}
