package vmail.job;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.SharedAccount;
import vmail.reader.directory.AccountSearchReader;
import vmail.reader.directory.IncompleteRead;
import vmail.store.SharedAccounts;
import vmail.store.StoreLayout;
import vmail.writer.store.StoreUnavailable;

/**
 * Makes the stores of all accounts of the directory that can have some; accounts that break rules about their stores are
 * left to the audit. Reads the directory twice, because a subscription needs the shared account it is for.
 */
final class StoresOfDirectory implements Tasklet {

    private static final int ACCOUNTS_PER_SYNC = 200;

    private final StoreMaking stores;
    private final JobRun job;
    private long done;

    StoresOfDirectory(StoreMaking stores) {
        this.stores = stores;
        this.job = stores.job();
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        job.guard(() -> {
            AccountSearchReader accounts = new AccountSearchReader(
                    job.directory().connection(),
                    job.accountBase(),
                    job.settings().bindDn());
            SharedAccounts shared = shared(accounts);
            StoreLayout layout = new StoreLayout(job.settings().mailBase(), shared);
            job.progress().phase("making stores", done);
            done = 0;
            try (stores) {
                accounts.forEach(candidate -> make(layout, candidate));
                stores.sync();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            job.audited(done);
        });
        return RepeatStatus.FINISHED;
    }

    private SharedAccounts shared(AccountSearchReader accounts) throws IncompleteRead {
        SharedAccounts shared = new SharedAccounts();
        job.progress().phase("reading the directory", 0);
        accounts.forEach(candidate -> {
            job.progress().step();
            done++;
            account(candidate)
                    .filter(SharedAccount.class::isInstance)
                    .map(SharedAccount.class::cast)
                    .ifPresent(shared::add);
        });
        return shared;
    }

    private void make(StoreLayout layout, Candidate candidate) {
        job.progress().step();
        try {
            Optional<Account> account = account(candidate);
            if (account.isPresent()) {
                stores.make(account.get(), candidate.origin(), layout.of(account.get()));
            }
            done++;
            if (done % ACCOUNTS_PER_SYNC == 0) {
                stores.sync();
            }
        } catch (StoreUnavailable e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Account> account(Candidate candidate) {
        return Account.of(candidate, job.settings().mailBase());
    }
}
