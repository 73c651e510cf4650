package vmail.job;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import vmail.account.Candidate;
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
            List<ReadOnlyEntry> entries = new ArrayList<>();
            for (Candidate account : chunk) {
                if (run.isWithheld(account.parsedDn())) {
                    run.refused();
                } else {
                    entries.add(AccountEntry.of(account, run.options().loadInactive()));
                }
            }
            for (Outcome outcome : writer.write(entries)) {
                run.outcome(outcome);
            }
        });
    }
}
