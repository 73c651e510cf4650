package vmail.message;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vmail.account.Account;
import vmail.account.AccountStatus;
import vmail.account.MailBase;
import vmail.account.SharedAccount;
import vmail.account.Stamps;

/**
 * An account's mail: where it lies, and what has to be known of the account to judge it.
 *
 * @param maildir the store of a person, or the sharable maildir of a shared account
 * @param shared the folders of a shared account as their directories are called, the one it is delivered to first; none for a person,
 *     whose folders are all there are
 * @param quota {@code mailQuotaSize}, if there is one
 */
public record Mailbox(String dn, Path maildir, List<String> shared, boolean active, OptionalLong quota, Stamps stamps) {

    public Mailbox {
        shared = List.copyOf(shared);
    }

    public static Mailbox of(Account account, MailBase base, OptionalLong quota, Stamps stamps) {
        String dn = account.dn().toString();
        boolean active = account.status() != AccountStatus.INACTIVE;
        if (account instanceof SharedAccount folder) {
            List<String> folders = Stream.concat(Stream.of(folder.uid()), folder.boxes().stream())
                    .map(name -> "." + name)
                    .toList();
            return new Mailbox(dn, folder.maildir(base), folders, active, quota, stamps);
        }
        return new Mailbox(dn, account.store().path(), List.of(), active, quota, stamps);
    }

    public boolean isShared() {
        return !shared.isEmpty();
    }
}
