package vmail.job;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.writer.directory.AccountWriter;
import vmail.writer.directory.EntryComparison;
import vmail.writer.directory.Outcome;

/** Brings accepted accounts to the directory, one write each, once their stores exist. */
final class LoadAccounts implements ItemWriter<Candidate> {

    private final ImportRun run;

    LoadAccounts(ImportRun run) {
        this.run = run;
    }

    @Override
    public void write(Chunk<? extends Candidate> chunk) {
        run.job().guard(() -> {
            AccountWriter writer = new AccountWriter(
                    run.job().directory().connection(),
                    new EntryComparison(run.passwords(), run.options().loadInactive()),
                    run.changeLog(),
                    !run.options().noUpdate());
            List<Candidate> accounts = new ArrayList<>();
            List<ReadOnlyEntry> entries = new ArrayList<>();
            for (Candidate account : chunk) {
                if (run.isWithheld(account.parsedDn())) {
                    run.refused();
                } else {
                    accounts.add(account);
                    entries.add(AccountEntry.of(account, run.options().loadInactive()));
                }
            }
            for (Outcome outcome : writer.write(withPasswords(accounts, entries))) {
                run.outcome(outcome);
            }
        });
    }

    private List<ReadOnlyEntry> withPasswords(List<Candidate> accounts, List<ReadOnlyEntry> entries)
            throws DirectoryUnavailable, IOException {
        return run.generated().isEmpty()
                ? entries
                : new MissingPasswords(
                                run.job().directory().connection(),
                                run.generated().get(),
                                !run.options().noUpdate())
                        .fill(accounts, entries);
    }
}
