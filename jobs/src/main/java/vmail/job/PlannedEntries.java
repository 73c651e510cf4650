package vmail.job;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.check.AcceptedRecords;
import vmail.check.CheckedSources;
import vmail.writer.directory.EntryChange;
import vmail.writer.directory.EntryPlanner;

/**
 * What would change in the entries of accepted accounts, looked at in batches.
 *
 * @param loadInactive as in {@link AccountEntry#of}
 */
record PlannedEntries(EntryPlanner planner, boolean loadInactive) {

    private static final int BATCH = 200;

    /** @param each of the accounts, before its change is told */
    void of(CheckedSources checked, Consumer<Candidate> each, Consumer<EntryChange> changes)
            throws IOException, DirectoryUnavailable {
        List<ReadOnlyEntry> batch = new ArrayList<>();
        try (AcceptedRecords records = checked.accepted()) {
            for (Candidate candidate = records.read(); candidate != null; candidate = records.read()) {
                each.accept(candidate);
                batch.add(AccountEntry.of(candidate, loadInactive));
                if (batch.size() == BATCH) {
                    planner.plan(batch).forEach(changes);
                    batch.clear();
                }
            }
        }
        planner.plan(batch).forEach(changes);
    }
}
