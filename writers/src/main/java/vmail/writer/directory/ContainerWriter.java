package vmail.writer.directory;

import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vmail.account.DirectoryUnavailable;

/**
 * Writes the entries of a source that are above accounts and those that hold accepted domains (howto 1.4), those above
 * first whatever their order in the source.
 *
 * <p>An entry that exists is not changed, except that {@code associatedDomain} values it lacks are added.
 */
public final class ContainerWriter {

    private final EntryWriter writer;

    public ContainerWriter(LDAPInterface connection, ChangeLog log, boolean update) {
        this(connection, log, update, Patience.FOR_A_RESTART);
    }

    ContainerWriter(LDAPInterface connection, ChangeLog log, boolean update, Patience patience) {
        writer = new EntryWriter(Requests.on(connection), new ContainerComparison(), log, update, patience);
    }

    /** One outcome for each entry, in the same order; errors as in {@link AccountWriter#write}. */
    public List<Outcome> write(List<ReadOnlyEntry> containers) throws DirectoryUnavailable, IOException {
        Map<Integer, List<ReadOnlyEntry>> byDepth = new TreeMap<>();
        for (ReadOnlyEntry container : containers) {
            byDepth.computeIfAbsent(ParentEntries.depth(container.getDN()), depth -> new ArrayList<>())
                    .add(container);
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        for (List<ReadOnlyEntry> level : byDepth.values()) {
            List<Outcome> written = writer.write(level);
            for (int i = 0; i < level.size(); i++) {
                outcomes.put(level.get(i).getDN(), written.get(i));
            }
        }
        return containers.stream()
                .map(container -> outcomes.getOrDefault(
                        container.getDN(), Outcome.refused(container.getDN(), "was not written", "")))
                .toList();
    }
}
