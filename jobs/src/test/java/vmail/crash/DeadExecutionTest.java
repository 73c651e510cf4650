package vmail.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vmail.job.BatchContext;
import vmail.job.UnfinishedRun;
import vmail.report.findings.WorkspaceDatabase;

/** What the job repository says after a kill, and what is made of it. */
class DeadExecutionTest {

    private static final String RUN = "20030817-120000-import";

    @TempDir
    private Path workspace;

    private WorkspaceDatabase database;

    @BeforeEach
    void open() {
        database = WorkspaceDatabase.open(workspace);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void startsAgainAsOftenAsItIsKilled() {
        run(Optional.of(new IllegalStateException("as if killed")));
        for (int kill = 0; kill < 3; kill++) {
            leaveAs("STARTED");
            assertThat(run(Optional.of(new IllegalStateException("again")))).isPresent();
        }
        leaveAs("STARTED");

        Optional<Throwable> ended = run(Optional.empty());

        assertThat(ended).isEmpty();
        assertThat(unfinished()).isEmpty();
        assertThat(jdbc().queryForList("select distinct status from batch_job_execution", String.class))
                .containsExactlyInAnyOrder("FAILED", "COMPLETED");
    }

    @Test
    void startsAgainWhenItIsNotKnownHowItEnded() {
        run(Optional.of(new IllegalStateException("as if the database had failed")));
        leaveAs("UNKNOWN");

        assertThat(run(Optional.empty())).isEmpty();
    }

    @Test
    void isUnfinishedOnceAnyAttemptHasBegunToWrite() {
        run(Optional.of(new IllegalStateException("as if killed")));
        run(Optional.of(new IllegalStateException("killed while it checked")));
        jdbc().update("update batch_step_execution set step_name = 'check sources' where step_execution_id ="
                + " (select max(step_execution_id) from batch_step_execution)");

        assertThat(unfinished()).contains(new UnfinishedRun(RUN, "sources"));
    }

    @Test
    void tellsOfAFailureThatNobodyExpected() {
        AssertionError fault = new AssertionError("a fault of ours");

        assertThat(run(Optional.of(fault))).contains(fault);
    }

    /** As a process leaves it that was killed in the middle of a step. */
    private void leaveAs(String status) {
        jdbc().update(
                        "update batch_job_execution set status = ?, end_time = null where job_execution_id ="
                                + " (select max(job_execution_id) from batch_job_execution)",
                        status);
        jdbc().update(
                        "update batch_step_execution set status = ?, end_time = null where step_execution_id ="
                                + " (select max(step_execution_id) from batch_step_execution)",
                        status);
    }

    private Optional<Throwable> run(Optional<Throwable> failure) {
        try (BatchContext batch = BatchContext.open(dataSource(), OneStep.class, Fate.class, new Fate(failure))) {
            return batch.run(RUN, "mail base and directory", "sources");
        }
    }

    private Optional<UnfinishedRun> unfinished() {
        return BatchContext.unfinished(dataSource(), "import", "mail base and directory");
    }

    private DataSource dataSource() {
        return database.dataSource();
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource());
    }

    /** How the step ends. */
    public record Fate(Optional<Throwable> failure) {

        void meet() {
            if (failure.isPresent() && failure.get() instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            if (failure.isPresent() && failure.get() instanceof Error error) {
                throw error;
            }
        }
    }

    /** A job of the name and with a step of the name that the import has. */
    @Configuration
    public static class OneStep {

        @Bean
        Job job(JobRepository repository, Step step) {
            return new JobBuilder("import", repository).start(step).build();
        }

        @Bean
        Step step(JobRepository repository, PlatformTransactionManager transactions, Fate fate) {
            return new StepBuilder("make stores", repository)
                    .tasklet(
                            (contribution, context) -> {
                                fate.meet();
                                return RepeatStatus.FINISHED;
                            },
                            transactions)
                    .allowStartIfComplete(true)
                    .build();
        }
    }
}
