package vmail.job;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * One job, wired and ready to start, with the job repository in the workspace.
 *
 * <p>Only under the lock of the mail base: an execution that the repository calls running is then one whose process died.
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
                    .filter(BatchContext::isUnfinished)
                    .map(execution -> new UnfinishedRun(value(execution, RUN), value(execution, INPUT)));
        }
    }

    private static boolean isUnfinished(JobExecution execution) {
        return execution.getStatus() != BatchStatus.COMPLETED
                && execution.getStepExecutions().stream()
                        .anyMatch(step -> ImportJob.WRITES.contains(step.getStepName()));
    }

    private static String value(JobExecution execution, String parameter) {
        String value = execution.getJobParameters().getString(parameter);
        return value == null ? "" : value;
    }

    /**
     * Runs the job to its end, good or bad; why it ended early is known to what its steps share.
     *
     * @param run id of the run; the same as before continues a run
     * @param target what is written to: mail base and directory
     * @param input a fingerprint of what is read
     */
    public void run(String run, String target, String input) {
        JobParameters parameters = new JobParametersBuilder()
                .addString(RUN, run)
                .addString(TARGET, target)
                .addString(INPUT, input)
                .toJobParameters();
        JobOperator operator = context.getBean(JobOperator.class);
        Job job = context.getBean(Job.class);
        recoverDead(operator, job.getName());
        try {
            operator.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job repository does not let the job start: " + e.getMessage(), e);
        }
    }

    private void recoverDead(JobOperator operator, String jobName) {
        JobRepository repository = context.getBean(JobRepository.class);
        List<JobExecution> dead = List.copyOf(repository.findRunningJobExecutions(jobName));
        dead.forEach(operator::recover);
    }

    @Override
    public void close() {
        context.close();
    }
}
