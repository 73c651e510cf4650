package vmail.job;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemWriter;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.rule.StoreRule;
import vmail.store.StoreLayout;

/**
 * Makes the stores of the accounts of a source. On the disk before the chunk is committed, so that a chunk that the job
 * repository calls done has survived a power cut.
 */
final class StoresOfAccounts implements ItemWriter<Candidate>, ItemStream {

    private final ImportRun run;
    private @Nullable StoreMaking stores;

    StoresOfAccounts(ImportRun run) {
        this.run = run;
    }

    @Override
    public void open(ExecutionContext context) {
        stores = new StoreMaking(
                run.job(), run.options().createMailBase(), run.options().ownMailBase(), path -> {});
    }

    @Override
    public void write(Chunk<? extends Candidate> chunk) {
        StoreMaking open = stores;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        StoreLayout layout =
                new StoreLayout(run.job().settings().mailBase(), run.checked().shared());
        run.job().guard(() -> {
            for (Candidate candidate : chunk) {
                Optional<Account> account =
                        Account.of(candidate, run.job().settings().mailBase());
                if (account.isEmpty()) {
                    withoutPlace(candidate);
                } else if (!open.make(account.get(), candidate.origin(), layout.of(account.get()))) {
                    run.withhold(candidate.parsedDn());
                }
            }
            open.sync();
        });
    }

    /** Happens only where the settings call a rule about stores less than an error. */
    private void withoutPlace(Candidate candidate) {
        if (candidate.status().filter(AccountStatus.INACTIVE::equals).isEmpty()) {
            run.withhold(candidate.parsedDn());
            run.job()
                    .findings()
                    .accept(StoreRule.MAILDIR_PRESENT.finding(
                            candidate.origin(),
                            candidate.dn(),
                            "has no place on disk that could be made, so it is not loaded into the directory",
                            "Correct its status, uid and mailMessageStore"));
        }
    }

    @Override
    public void close() {
        StoreMaking open = stores;
        if (open != null) {
            stores = null;
            run.job().guard(() -> {
                open.close();
            });
        }
    }
}
