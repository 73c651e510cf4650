package vmail.writer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static vmail.writer.directory.Entries.albert;
import static vmail.writer.directory.Entries.entry;
import static vmail.writer.directory.Entries.with;

import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {

    @TempDir
    Path folder;

    private final EntryComparison comparison = new EntryComparison(new Reversing());

    private final EntryChange add = new EntryChange.Add(entry("ou=Tokelau,o=company", "ou: Tokelau"));

    private EntryChange modify() {
        ReadOnlyEntry wanted = albert("mailAlternateAddress: new@mydomain.nl", "userPassword: one", "givenName: Al");
        ReadOnlyEntry existing =
                with(albert("mailAlternateAddress: old@mydomain.nl", "userPassword: {REV}owt"), "uid", "albert");
        return comparison.plan(wanted, Optional.of(existing));
    }

    @Test
    void writesChangesAndTheirInverse() throws IOException {
        try (ChangeLog log = ChangeLog.open(folder)) {
            log.append(List.of(add, modify()));
            log.notMade(Map.of(1L, ResultCode.ENTRY_ALREADY_EXISTS));
        }

        assertThat(folder.resolve("changes.ldif")).content().isEqualTo("""
                        # change 1
                        dn: ou=Tokelau,o=company
                        changetype: add
                        ou: Tokelau

                        # change 2
                        dn: cn=Albert Onestone,ou=Tokelau,o=company
                        changetype: modify
                        replace: givenName
                        givenName: Al
                        -
                        replace: uid
                        uid: onestonea
                        -
                        add: mailAlternateAddress
                        mailAlternateAddress: new@mydomain.nl
                        -
                        delete: mailAlternateAddress
                        mailAlternateAddress: old@mydomain.nl
                        -
                        replace: userPassword
                        userPassword: {REV}eno
                        -

                        # change 1 was not made: entry already exists (68)

                        """);
        assertThat(folder.resolve("undo.ldif")).content().isEqualTo("""
                        # change 1
                        dn: ou=Tokelau,o=company
                        changetype: delete

                        # change 2
                        dn: cn=Albert Onestone,ou=Tokelau,o=company
                        changetype: modify
                        replace: userPassword
                        userPassword: {REV}owt
                        -
                        add: mailAlternateAddress
                        mailAlternateAddress: old@mydomain.nl
                        -
                        delete: mailAlternateAddress
                        mailAlternateAddress: new@mydomain.nl
                        -
                        replace: uid
                        uid: albert
                        -
                        delete: givenName
                        -

                        # change 1 was not made: entry already exists (68)

                        """);
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        ChangeLog.open(folder).close();

        for (String name : List.of("changes.ldif", "undo.ldif")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void cutsOffARecordThatACrashLeftTornAndCountsOn() throws IOException {
        try (ChangeLog log = ChangeLog.open(folder)) {
            log.append(List.of(add));
        }
        String whole = Files.readString(folder.resolve("changes.ldif"));
        Files.writeString(folder.resolve("changes.ldif"), "# change 2\ndn: cn=Albert One", StandardOpenOption.APPEND);

        try (ChangeLog log = ChangeLog.open(folder)) {
            log.append(List.of(add));
        }

        assertThat(folder.resolve("changes.ldif"))
                .content()
                .isEqualTo(whole + whole.replace("# change 1", "# change 3"));
        assertThat(folder.resolve("undo.ldif"))
                .content()
                .contains("# change 3\ndn: ou=Tokelau,o=company\nchangetype: delete\n\n");
    }
}
