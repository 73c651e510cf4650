package vmail.job;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * One job, wired and ready to start, with the job repository in the workspace.
 *
 * <p>The workspace's database is open to one process at a time: an execution that the repository calls running is then one
 * whose process died.
 */
public final class BatchContext implements AutoCloseable {

    private static final int LATEST = 50;
    private static final String RUN = "run";
    private static final String TARGET = "target";
    private static final String INPUT = "input";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private BatchContext() {}

    /**
     * @param job the configuration of the job
     * @param shared what its steps share
     */
    public static <T> BatchContext open(DataSource workspace, Class<?> job, Class<T> sharedType, T shared) {
        BatchTables.makeIn(workspace);
        BatchContext batch = new BatchContext();
        batch.context.registerBean(DataSource.class, () -> workspace);
        batch.context.registerBean(sharedType, () -> shared);
        batch.context.register(BatchInfrastructure.class, job);
        batch.context.refresh();
        return batch;
    }

    /**
     * The last run of this job on this target, if it began to write and did not come to its end.
     *
     * @param workspace the job repository, looked at before the job's own context exists
     */
    public static Optional<UnfinishedRun> unfinished(DataSource workspace, String jobName, String target) {
        BatchTables.makeIn(workspace);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> workspace);
            context.register(BatchInfrastructure.class);
            context.refresh();
            JobRepository repository = context.getBean(JobRepository.class);
            return repository.getJobInstances(jobName, 0, LATEST).stream()
                    .map(repository::getLastJobExecution)
                    .filter(execution -> execution != null && target.equals(value(execution, TARGET)))
                    .max(Comparator.comparing(JobExecution::getId))
                    .filter(execution -> isUnfinished(repository, execution))
                    .map(execution -> new UnfinishedRun(value(execution, RUN), value(execution, INPUT)));
        }
    }

    /** Any attempt counts: the last may have been killed while it checked, after an earlier one had written. */
    private static boolean isUnfinished(JobRepository repository, JobExecution last) {
        return last.getStatus() != BatchStatus.COMPLETED
                && repository.getJobExecutions(last.getJobInstance()).stream()
                        .flatMap(attempt -> attempt.getStepExecutions().stream())
                        .anyMatch(step -> ImportJob.WRITES.contains(step.getStepName()));
    }

    private static String value(JobExecution execution, String parameter) {
        String value = execution.getJobParameters().getString(parameter);
        return value == null ? "" : value;
    }

    /**
     * Runs the job to its end, good or bad; why it ended early is known to what its steps share, or is a fault of ours.
     *
     * @param run id of the run; the same as before continues a run
     * @param target what is written to: mail base and directory
     * @param input a fingerprint of what is read
     * @return what ended the job, for {@link JobRun#requireReason}; empty only when the job came to its end
     */
    public Optional<Throwable> run(String run, String target, String input) {
        JobParameters parameters = new JobParametersBuilder()
                .addString(RUN, run)
                .addString(TARGET, target)
                .addString(INPUT, input)
                .toJobParameters();
        JobOperator operator = context.getBean(JobOperator.class);
        Job job = context.getBean(Job.class);
        JobRepository repository = context.getBean(JobRepository.class);
        dead(repository, job.getName(), parameters).forEach(execution -> end(repository, execution));
        try {
            JobExecution ended = operator.start(job, parameters);
            if (ended.getStatus() == BatchStatus.COMPLETED) {
                return Optional.empty();
            }
            Throwable unknown =
                    new IllegalStateException("the job ended as " + ended.getStatus() + " and gave no reason");
            return Optional.of(
                    ended.getAllFailureExceptions().stream().findFirst().orElse(unknown));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job repository does not let the job start: " + e.getMessage(), e);
        }
    }

    /** Executions whose process died, and one of which the repository does not know how it ended. */
    private static List<JobExecution> dead(JobRepository repository, String jobName, JobParameters parameters) {
        List<JobExecution> dead = new ArrayList<>(repository.findRunningJobExecutions(jobName));
        JobInstance instance = repository.getJobInstance(jobName, parameters);
        if (instance != null) {
            repository.getJobExecutions(instance).stream()
                    .filter(execution -> execution.getStatus() == BatchStatus.UNKNOWN)
                    .forEach(dead::add);
        }
        return dead;
    }

    /**
     * Says that it failed, so that the job may start again. Not by {@link JobOperator#recover}: that marks the context, which
     * the next execution inherits, and then takes the next dead one for recovered already; and it leaves UNKNOWN as it is.
     */
    private static void end(JobRepository repository, JobExecution dead) {
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        for (StepExecution step : dead.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setEndTime(now);
                repository.update(step);
            }
        }
        dead.setStatus(BatchStatus.FAILED);
        dead.setEndTime(now);
        repository.update(dead);
    }

    @Override
    public void close() {
        context.close();
    }
}
