package vmail.writer.directory;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.List;
import java.util.Optional;

/** What must change in an existing entry so that it becomes the wanted one. */
public interface Comparison {

    /** The fewest modifications; none when the entries are the same as far as this tool goes. */
    List<Modification> differences(ReadOnlyEntry wanted, ReadOnlyEntry existing);

    /** The entry as it may be written when it is absent. */
    ReadOnlyEntry storable(ReadOnlyEntry wanted);

    default EntryChange plan(ReadOnlyEntry wanted, Optional<ReadOnlyEntry> existing) {
        if (existing.isEmpty()) {
            return new EntryChange.Add(storable(wanted));
        }
        List<Modification> differences = differences(wanted, existing.get());
        return differences.isEmpty()
                ? new EntryChange.Leave(wanted)
                : new EntryChange.Modify(wanted, differences, existing.get());
    }
}
