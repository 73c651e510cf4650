package vmail.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** From the directory to maildirs, folders, links and subscriptions: the howto's makeMailMessageStoreDirs (1.8). */
@Configuration
public class MakeStoresJob {

    @Bean
    Job makeStoresOfDirectory(JobRepository repository, Step makeStores) {
        return new JobBuilder("make-stores", repository).start(makeStores).build();
    }

    @Bean
    Step makeStores(JobRepository repository, PlatformTransactionManager transactions, StoreMaking stores) {
        return new StepBuilder("make stores", repository)
                .tasklet(new StoresOfDirectory(stores), transactions)
                .allowStartIfComplete(true)
                .build();
    }
}
