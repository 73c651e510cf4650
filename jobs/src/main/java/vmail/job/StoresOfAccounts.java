package vmail.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemWriter;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.rule.Finding;
import vmail.rule.StoreRule;
import vmail.store.StoreLayout;
import vmail.writer.directory.EntryChange;
import vmail.writer.directory.EntryComparison;
import vmail.writer.directory.EntryPlanner;

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
            for (Candidate candidate : toMake(chunk)) {
                Optional<Account> account =
                        Account.of(candidate, run.job().settings().mailBase());
                if (account.isEmpty()) {
                    withoutPlace(candidate);
                } else if (isTaken(account.get(), candidate)) {
                    run.withhold(candidate.parsedDn());
                } else if (!open.make(account.get(), candidate.origin(), layout.of(account.get()))) {
                    run.withhold(candidate.parsedDn());
                }
            }
            open.sync();
        });
    }

    /** An entry that is to stay as it is keeps its stores as they are: what only the source names would belong to nobody. */
    private List<Candidate> toMake(Chunk<? extends Candidate> chunk) throws DirectoryUnavailable {
        List<Candidate> all = List.copyOf(chunk.getItems());
        if (!run.options().noUpdate()) {
            return all;
        }
        List<EntryChange> changes = new EntryPlanner(
                        run.job().directory().connection(), new EntryComparison(run.passwords()))
                .plan(all.stream()
                        .map(account -> AccountEntry.of(account, run.options().loadInactive()))
                        .toList());
        return IntStream.range(0, all.size())
                .filter(i -> !(changes.get(i) instanceof EntryChange.Modify))
                .mapToObj(all::get)
                .toList();
    }

    /** Whether its store holds mail that may be somebody else's, which has been told then. */
    private boolean isTaken(Account account, Candidate candidate) throws IOException, DirectoryUnavailable {
        if (run.options().adoptMail() || account.status() == AccountStatus.INACTIVE) {
            return false;
        }
        Optional<Finding> taken = new FormerMail(
                        run.job().directory().connection(), run.job().settings().mailBase())
                .beforeEntry(account, candidate);
        taken.ifPresent(run.job().findings());
        return taken.isPresent();
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
