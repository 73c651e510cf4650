package vmail.job;

import java.util.Set;
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

/**
 * From sources to directory, disk and report. An account becomes visible in the directory only after its stores exist: mail
 * for a shared account that has no delivery link yet would be lost to its readers.
 *
 * <p>Every step runs again after a crash, whatever the job repository says, and changes nothing that is done already.
 */
@Configuration
@Import(SourceSteps.class)
public class ImportJob {

    /** Steps that change something outside the workspace. */
    static final Set<String> WRITES = Set.of("make stores", "load parents", "load accounts", "activate accounts");

    private static final int CHUNK = 200;

    @Bean
    Job importAccounts(
            JobRepository repository,
            Step checkSources,
            Step brakeChanges,
            Step makeStores,
            Step loadParents,
            Step loadAccounts,
            Step auditDirectory) {
        return new JobBuilder("import", repository)
                .start(checkSources)
                .next(brakeChanges)
                .next(makeStores)
                .next(loadParents)
                .next(loadAccounts)
                .next(auditDirectory)
                .build();
    }

    @Bean
    Step brakeChanges(JobRepository repository, PlatformTransactionManager transactions, ImportRun run) {
        return new StepBuilder("count changes", repository)
                .tasklet(new BrakeChanges(run), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step makeStores(JobRepository repository, PlatformTransactionManager transactions, ImportRun run) {
        StoresOfAccounts stores = new StoresOfAccounts(run);
        return new StepBuilder("make stores", repository)
                        .<Candidate, Candidate>chunk(CHUNK)
                        .transactionManager(transactions)
                        .reader(new AcceptedAccounts(run, "making stores"))
                        .writer(stores)
                        .stream(stores)
                        .allowStartIfComplete(true)
                        .build();
    }

    @Bean
    Step loadParents(JobRepository repository, PlatformTransactionManager transactions, ImportRun run) {
        return new StepBuilder("load parents", repository)
                .tasklet(new LoadParents(run), transactions)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step loadAccounts(JobRepository repository, PlatformTransactionManager transactions, ImportRun run) {
        return new StepBuilder("load accounts", repository)
                .<Candidate, Candidate>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(new AcceptedAccounts(run, "loading accounts"))
                .writer(new LoadAccounts(run))
                .allowStartIfComplete(true)
                .build();
    }
}
