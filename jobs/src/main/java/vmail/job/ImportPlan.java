package vmail.job;

import com.unboundid.ldap.sdk.LDAPInterface;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.account.PasswordScheme;
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

    private final Settings settings;
    private final CheckedSources checked;
    private final Progress progress;
    private final PlannedEntries entries;
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
        this.entries = new PlannedEntries(
                new EntryPlanner(directory, new EntryComparison(new StoredPasswords(PasswordScheme.SSHA))), false);
        this.inspector = new StoreInspector(settings.mailBase(), settings.owner());
        this.layout = new StoreLayout(settings.mailBase(), checked.shared());
    }

    /** Tells each entry with what would change in it, and each store item with its state now. */
    public void forEach(Consumer<EntryChange> changes, BiConsumer<StoreItem, ItemState> items)
            throws IOException, DirectoryUnavailable {
        progress.phase(
                "planning", checked.counts().accounts() + checked.counts().shared());
        entries.of(
                checked,
                candidate -> {
                    progress.step();
                    stores(candidate, items);
                },
                change -> {
                    count(change);
                    changes.accept(change);
                });
    }

    private void count(EntryChange change) {
        if (change instanceof EntryChange.Add) {
            added++;
        } else if (change instanceof EntryChange.Modify) {
            changed++;
        } else {
            unchanged++;
        }
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
