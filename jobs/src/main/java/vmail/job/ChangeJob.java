package vmail.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Changes that are known from the beginning, one after the other: what a run did, taken back; a thing from the quarantine. */
@Configuration
public class ChangeJob {

    @Bean
    Job change(JobRepository repository, Step makeChanges) {
        return new JobBuilder("change", repository).start(makeChanges).build();
    }

    @Bean
    Step makeChanges(JobRepository repository, PlatformTransactionManager transactions, ChangeRun run) {
        return new StepBuilder("change", repository)
                .tasklet(new MakeChanges(run), transactions)
                .allowStartIfComplete(true)
                .build();
    }
}
