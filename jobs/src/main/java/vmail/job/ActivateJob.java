package vmail.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import vmail.account.Candidate;

/** The hour of a cut-over: accounts that were loaded as inactive get the status their source gives them. */
@Configuration
@Import(SourceSteps.class)
public class ActivateJob {

    private static final int CHUNK = 200;

    @Bean
    Job activate(JobRepository repository, Step checkSources, Step activateAccounts, Step auditDirectory) {
        return new JobBuilder("activate", repository)
                .start(checkSources)
                .next(activateAccounts)
                .next(auditDirectory)
                .build();
    }

    @Bean
    Step activateAccounts(JobRepository repository, PlatformTransactionManager transactions, ImportRun run) {
        return new StepBuilder("activate accounts", repository)
                .<Candidate, Candidate>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(new AcceptedAccounts(run, "activating accounts"))
                .writer(new ActivateAccounts(run))
                .allowStartIfComplete(true)
                .build();
    }
}
