package vmail.writer.store;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.MailBase;
import vmail.account.SharedAccount;
import vmail.store.DiskAttributes;
import vmail.store.SharedAccounts;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;

/** The howto's three accounts (1.7) below a mail base for tests. */
final class Howto {

    private final MailBase base;
    private final List<Account> accounts = new ArrayList<>();
    private final StoreLayout layout;

    Howto(Path directory) throws LDIFException {
        base = new MailBase(directory);
        accounts.add(account(
                "dn: cn=Albert Onestone,ou=Tokelau,o=company",
                "uid: onestonea",
                "accountStatus: active",
                "mailMessageStore: " + directory + "/albert.onestone/Maildir/",
                "seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company"));
        accounts.add(account(
                "dn: cn=Seven of Nine,ou=Tokelau,o=company",
                "uid: nines",
                "accountStatus: active",
                "mailMessageStore: " + directory + "/seven.of.nine/Maildir/",
                "seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company"));
        accounts.add(account(
                "dn: cn=Timetravel weekly,ou=Tokelau,o=company",
                "uid: incoming",
                "accountStatus: shared",
                "mailMessageStore: " + directory + "/shared/timetravel.weekly/incoming/",
                "postOfficeBox: past.editions",
                "postOfficeBox: future.editions"));
        SharedAccounts shared = new SharedAccounts();
        shared.add((SharedAccount) accounts.get(2));
        layout = new StoreLayout(base, shared);
    }

    private Account account(String... lines) throws LDIFException {
        return Account.of(new Candidate(new ReadOnlyEntry(lines), new LiveEntry()), base)
                .orElseThrow();
    }

    MailBase base() {
        return base;
    }

    List<StoreItem> albert() {
        return layout.of(accounts.get(0));
    }

    List<StoreItem> seven() {
        return layout.of(accounts.get(1));
    }

    List<StoreItem> timetravel() {
        return layout.of(accounts.get(2));
    }

    List<StoreItem> all() {
        return accounts.stream().flatMap(account -> layout.of(account).stream()).toList();
    }

    /** Makes all, whoever runs the tests. */
    List<StoreOutcome> make() throws StoreUnavailable {
        return make(all());
    }

    List<StoreOutcome> make(List<StoreItem> items) throws StoreUnavailable {
        try (StoreWriter writer = StoreWriter.openOwn(base, false)) {
            List<StoreOutcome> outcomes = writer.make(items);
            writer.sync();
            return outcomes;
        }
    }

    /** A mail base that is there and empty, mode 0755. */
    static Howto in(Path directory) throws IOException, LDIFException {
        Path base = directory.resolve("vmail");
        Files.createDirectory(base);
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Howto(base);
    }

    /** Who runs the tests. */
    static String owner() throws IOException {
        DiskAttributes self = Belongings.look(Path.of("/proc/self").toRealPath());
        return self.uid() + ":" + self.gid();
    }
}
