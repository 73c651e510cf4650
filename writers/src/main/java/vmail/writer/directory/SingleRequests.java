package vmail.writer.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.LdapText;

/** One request after the other: for the embedded directory, which works one at a time anyway. */
record SingleRequests(LDAPInterface connection) implements Requests {

    @Override
    public List<Optional<ReadOnlyEntry>> read(List<String> dns) throws LDAPException {
        List<Optional<ReadOnlyEntry>> entries = new ArrayList<>();
        for (String dn : dns) {
            entries.add(Optional.ofNullable(connection.getEntry(dn, "*")));
        }
        return entries;
    }

    @Override
    public List<LdapText> send(List<EntryChange> changes) {
        return changes.stream().map(this::send).toList();
    }

    private LdapText send(EntryChange change) {
        try {
            return LdapText.of(process(change));
        } catch (LDAPException e) {
            return LdapText.of(e);
        }
    }

    private LDAPResult process(EntryChange change) throws LDAPException {
        return change instanceof EntryChange.Modify modify
                ? connection.modify(modify.dn(), modify.modifications())
                : connection.add(change.wanted().getDN(), change.wanted().getAttributes());
    }
}
