package vmail.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The first and the last step of every job that brings sources to directory and disk. */
@Configuration
class SourceSteps {

    @Bean
    Step checkSources(JobRepository repository, PlatformTransactionManager transactions, ImportRun run) {
        return new StepBuilder("check sources", repository)
                .tasklet(new CheckSources(run), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step auditDirectory(JobRepository repository, PlatformTransactionManager transactions, ImportRun run) {
        return new StepBuilder("audit", repository)
                .tasklet(new AuditStores(run.job()), transactions)
                .allowStartIfComplete(true)
                .build();
    }
}
