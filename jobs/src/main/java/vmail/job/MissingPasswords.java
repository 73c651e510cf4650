package vmail.job;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vmail.account.AccountStatus;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.account.LossKind;
import vmail.account.RecordKind;
import vmail.writer.directory.Comparison;
import vmail.writer.directory.EntryChange;
import vmail.writer.directory.EntryPlanner;

/**
 * Gives generated passwords to active people who have none, neither in the source nor in the directory. Who could not log in to the
 * old system on purpose gets none.
 *
 * <p>An entry that exists gets one only when the directory says that it has none: a password that the bind DN may not see is not
 * missing.
 */
record MissingPasswords(LDAPInterface connection, GeneratedPasswords file, boolean update) {

    /** The entries, some with a password in clear text, which is hashed when it is written. */
    List<ReadOnlyEntry> fill(List<Candidate> accounts, List<ReadOnlyEntry> entries)
            throws DirectoryUnavailable, IOException {
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            if (isWithout(accounts.get(i))) {
                without.add(i);
            }
        }
        if (without.isEmpty()) {
            return entries;
        }
        List<EntryChange> plan = new EntryPlanner(connection, new NoPassword())
                .plan(without.stream().map(entries::get).toList());
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            EntryChange change = plan.get(i);
            boolean isNew = change instanceof EntryChange.Add;
            if (isNew || (update && change instanceof EntryChange.Modify && isKnownToHaveNone(change.dn()))) {
                missing.add(without.get(i));
            }
        }
        List<String> passwords = file.of(
                missing.stream().map(i -> accounts.get(i).values("uid").get(0)).toList());
        List<ReadOnlyEntry> filled = new ArrayList<>(entries);
        for (int i = 0; i < passwords.size(); i++) {
            int at = missing.get(i);
            Entry entry = entries.get(at).duplicate();
            entry.setAttribute("userPassword", passwords.get(i));
            filled.set(at, new ReadOnlyEntry(entry));
        }
        return filled;
    }

    /** A search leaves out what the bind DN may not read; a comparison tells that from what is not there. */
    private boolean isKnownToHaveNone(String dn) throws DirectoryUnavailable {
        try {
            connection.compare(dn, "userPassword", "x");
            return false;
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_ATTRIBUTE)) {
                return true;
            }
            if (e.getResultCode().equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS)
                    || e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                return false;
            }
            throw new DirectoryUnavailable("the directory does not tell whether " + dn + " has a password: "
                    + e.getResultCode().getName() + ". Run the same command again when it does");
        }
    }

    private static boolean isWithout(Candidate account) {
        boolean onPurpose = account.losses().stream()
                .anyMatch(loss -> loss.kind() == LossKind.SERVICE_SWITCH
                        && loss.attribute().equals("userPassword"));
        return account.kind() == RecordKind.PERSONAL
                && account.status().filter(AccountStatus.ACTIVE::equals).isPresent()
                && account.values("userPassword").isEmpty()
                && !account.values("uid").isEmpty()
                && !onPurpose;
    }

    /** An entry differs when it has no password. */
    private record NoPassword() implements Comparison {

        @Override
        public List<Modification> differences(ReadOnlyEntry wanted, ReadOnlyEntry existing) {
            return existing.hasAttribute("userPassword")
                    ? List.of()
                    : List.of(new Modification(ModificationType.REPLACE, "userPassword"));
        }

        @Override
        public ReadOnlyEntry storable(ReadOnlyEntry wanted) {
            return wanted;
        }
    }
}
