package vmail.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Audit, repair, audit, until there is nothing more to repair. */
@Configuration
public class RepairJob {

    @Bean
    Job repair(JobRepository repository, Step repairFindings) {
        return new JobBuilder("repair", repository).start(repairFindings).build();
    }

    @Bean
    Step repairFindings(JobRepository repository, PlatformTransactionManager transactions, RepairRun run) {
        return new StepBuilder("repair", repository)
                .tasklet(new RepairFindings(run), transactions)
                .allowStartIfComplete(true)
                .build();
    }
}
