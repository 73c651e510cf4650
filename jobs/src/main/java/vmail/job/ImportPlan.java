package vmail.job;

import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.account.PasswordScheme;
import vmail.check.AcceptedRecords;
import vmail.check.CheckedSources;
import vmail.check.Progress;
import vmail.reader.disk.StoreInspector;
import vmail.settings.Settings;
import vmail.store.ItemState;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;
import vmail.writer.directory.EntryChange;
import vmail.writer.directory.EntryComparison;
import vmail.writer.directory.EntryPlanner;

/** What an import of checked sources would do. Uses the comparison of the writer and the layout of the stores; writes nothing. */
public final class ImportPlan {

    private static final int BATCH = 200;

    private final Settings settings;
    private final CheckedSources checked;
    private final Progress progress;
    private final EntryPlanner planner;
    private final StoreInspector inspector;
    private final StoreLayout layout;
    private long added;
    private long changed;
    private long unchanged;
    private long toMake;

    public ImportPlan(Settings settings, LDAPInterface directory, CheckedSources checked, Progress progress) {
        this.settings = settings;
        this.checked = checked;
        this.progress = progress;
        this.planner = new EntryPlanner(directory, new EntryComparison(new StoredPasswords(PasswordScheme.SSHA)));
        this.inspector = new StoreInspector(settings.mailBase(), settings.owner());
        this.layout = new StoreLayout(settings.mailBase(), checked.shared());
    }

    /** Tells each entry with what would change in it, and each store item with its state now. */
    public void forEach(Consumer<EntryChange> entries, BiConsumer<StoreItem, ItemState> items)
            throws IOException, DirectoryUnavailable {
        progress.phase(
                "planning", checked.counts().accounts() + checked.counts().shared());
        List<ReadOnlyEntry> batch = new ArrayList<>();
        try (AcceptedRecords records = checked.accepted()) {
            for (Candidate candidate = records.read(); candidate != null; candidate = records.read()) {
                progress.step();
                batch.add(AccountEntry.of(candidate, false));
                stores(candidate, items);
                if (batch.size() == BATCH) {
                    entries(batch, entries);
                }
            }
        }
        entries(batch, entries);
    }

    private void entries(List<ReadOnlyEntry> batch, Consumer<EntryChange> out) throws DirectoryUnavailable {
        for (EntryChange change : planner.plan(batch)) {
            if (change instanceof EntryChange.Add) {
                added++;
            } else if (change instanceof EntryChange.Modify) {
                changed++;
            } else {
                unchanged++;
            }
            out.accept(change);
        }
        batch.clear();
    }

    private void stores(Candidate candidate, BiConsumer<StoreItem, ItemState> out) {
        Optional<Account> account = Account.of(candidate, settings.mailBase());
        if (account.isEmpty()) {
            return;
        }
        for (StoreItem item : layout.of(account.get())) {
            ItemState state = inspector.inspect(item);
            if (state instanceof ItemState.Missing) {
                toMake++;
            }
            out.accept(item, state);
        }
    }

    public long added() {
        return added;
    }

    public long changed() {
        return changed;
    }

    public long unchanged() {
        return unchanged;
    }

    /** Store items that are missing now. */
    public long toMake() {
        return toMake;
    }
}
