package vmail.writer.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vmail.account.AccountStatus;
import vmail.account.DirectoryUnavailable;

/** Sets {@code accountStatus} of accounts that exist, and nothing else of them. */
public final class StatusWriter {

    private final EntryPlanner planner;
    private final EntryWriter writer;

    public StatusWriter(LDAPInterface connection, ChangeLog log) {
        Requests requests = Requests.on(connection);
        planner = new EntryPlanner(requests, new StatusComparison(), Patience.FOR_A_RESTART);
        writer = new EntryWriter(requests, new StatusComparison(), log, true, Patience.FOR_A_RESTART);
    }

    /**
     * One outcome for each account, in the order of the map; an account that does not exist is refused. Errors as in
     * {@link AccountWriter#write}.
     */
    public List<Outcome> write(Map<DN, AccountStatus> wanted) throws DirectoryUnavailable, IOException {
        List<ReadOnlyEntry> entries = wanted.entrySet().stream()
                .map(account -> new ReadOnlyEntry(
                        account.getKey(),
                        new Attribute("accountStatus", account.getValue().value())))
                .toList();
        List<EntryChange> plan = planner.plan(entries);
        List<Outcome> written =
                writer.carryOut(plan.stream().filter(StatusWriter::exists).toList());
        List<Outcome> outcomes = new ArrayList<>();
        int next = 0;
        for (EntryChange change : plan) {
            outcomes.add(exists(change) ? written.get(next++) : missing(change));
        }
        return outcomes;
    }

    private static boolean exists(EntryChange change) {
        return !(change instanceof EntryChange.Add);
    }

    private static Outcome missing(EntryChange change) {
        return Outcome.refused(change.dn(), "is not in the directory", "Import the account before its status is set");
    }

    private record StatusComparison() implements Comparison {

        @Override
        public List<Modification> differences(ReadOnlyEntry wanted, ReadOnlyEntry existing) {
            Values then = Values.of(wanted, "accountStatus");
            return then.sameAs(Values.of(existing, "accountStatus"), Values::lower)
                    ? List.of()
                    : List.of(then.modification(ModificationType.REPLACE));
        }

        @Override
        public ReadOnlyEntry storable(ReadOnlyEntry wanted) {
            return wanted;
        }
    }
}
