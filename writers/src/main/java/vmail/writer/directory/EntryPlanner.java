package vmail.writer.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;

/** Tells what would have to change in the directory; writes nothing. */
public final class EntryPlanner {

    private final Requests requests;
    private final Comparison comparison;
    private final Patience patience;

    public EntryPlanner(LDAPInterface connection, Comparison comparison) {
        this(Requests.on(connection), comparison, Patience.FOR_A_RESTART);
    }

    EntryPlanner(Requests requests, Comparison comparison, Patience patience) {
        this.requests = requests;
        this.comparison = comparison;
        this.patience = patience;
    }

    /** One change for each entry, in the same order. */
    public List<EntryChange> plan(List<ReadOnlyEntry> wanted) throws DirectoryUnavailable {
        List<Optional<ReadOnlyEntry>> existing =
                read(wanted.stream().map(ReadOnlyEntry::getDN).toList());
        List<EntryChange> changes = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            changes.add(comparison.plan(wanted.get(i), existing.get(i)));
        }
        return changes;
    }

    /** Reads entries; a server that is away or busy is asked again, on a new connection. */
    List<Optional<ReadOnlyEntry>> read(List<String> dns) throws DirectoryUnavailable {
        for (int tried = 0; ; tried++) {
            try {
                return requests.read(dns);
            } catch (LDAPException e) {
                LdapText answer = LdapText.of(e);
                if (!Verdict.isUncertain(answer.code()) || tried + 1 >= patience.tries()) {
                    throw new DirectoryUnavailable("entries can not be read from the directory, tried %d times: %s. %s."
                            .formatted(tried + 1, answer, answer.remedy()));
                }
                patience.pause(tried);
            }
        }
    }
}
