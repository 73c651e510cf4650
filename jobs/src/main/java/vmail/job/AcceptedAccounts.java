package vmail.job;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import vmail.account.Candidate;
import vmail.check.AcceptedRecords;

/**
 * The accepted accounts of the sources. Starts at the first again after a crash: what is done already is seen on the disk and
 * in the directory, which know better than a counter in the job repository.
 */
final class AcceptedAccounts implements ItemStreamReader<Candidate> {

    private final ImportRun run;
    private final String phase;
    private @Nullable AcceptedRecords records;
    private @Nullable Candidate next;

    AcceptedAccounts(ImportRun run, String phase) {
        this.run = run;
        this.phase = phase;
    }

    @Override
    public void open(ExecutionContext context) {
        var counts = run.checked().counts();
        run.job().progress().phase(phase, counts.accounts() + counts.shared());
        records = run.checked().accepted();
    }

    @Override
    public @Nullable Candidate read() {
        AcceptedRecords open = records;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        run.job().guard(() -> {
            run.job().progress().step();
            next = open.read();
        });
        return next;
    }

    @Override
    public void close() {
        AcceptedRecords open = records;
        if (open != null) {
            run.job().guard(() -> {
                open.close();
            });
        }
    }
}
