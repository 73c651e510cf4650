package vmail.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.reader.directory.IncompleteRead;
import vmail.store.StoreItem;
import vmail.store.Subscription;
import vmail.writer.repair.Change;
import vmail.writer.repair.NewItems;
import vmail.writer.store.InTheWay;

/** Makes what an account lacks at a place, and what it lacks inside of it, as {@code vmail make-stores} does. */
record MissingItems() implements Act {

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Path place = found.place();
        List<StoreItem> wanted = found.site().accounts().layout(found.finding().dn(), place);
        List<StoreItem> items =
                wanted.stream().filter(item -> !(item instanceof Subscription)).toList();
        List<Change> changes = new ArrayList<>();
        Optional<NewItems> missing = NewItems.missing(found.disk(), items);
        missing.ifPresent(changes::add);
        if (found.disk().look(place).isEmpty()) {
            changes.addAll(SubscriptionFile.newFiles(wanted));
        }
        return Proposal.of(changes);
    }
}
