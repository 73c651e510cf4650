package vmail.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vmail.account.AccountStatus;
import vmail.account.MailBase;
import vmail.account.MailStore;
import vmail.account.PersonalAccount;
import vmail.report.run.FolderAccess;

class AccessCountTest {

    private final AccessCount count = new AccessCount();

    @Test
    void namesTheReadersOfEachSharedFolder() {
        add("cn=Albert", "cn=weekly", "cn=none");
        add("cn=Seven", "cn=warp", "cn=Weekly");
        add("cn=Picard");

        assertThat(count.access())
                .containsExactly(
                        new FolderAccess("cn=weekly", 2, List.of("cn=Seven", "cn=Albert")),
                        new FolderAccess("cn=warp", 1, List.of("cn=Seven")));
        assertThat(count.readers()).isEqualTo(2);
        assertThat(count.folders()).isEqualTo(2);
    }

    @Test
    void keepsThePeopleWithTheMostFoldersWhateverTheirOrder() {
        AccessCount other = new AccessCount();
        List<PersonalAccount> people = IntStream.range(0, 100)
                .mapToObj(i -> account(
                        "cn=p" + i,
                        IntStream.rangeClosed(0, i % 30)
                                .mapToObj(folder -> "cn=f" + folder)
                                .toArray(String[]::new)))
                .toList();

        people.forEach(person -> count.add(person, dn -> true));
        IntStream.range(0, 100).forEach(i -> other.add(people.get(99 - i), dn -> true));

        assertThat(count.access()).isEqualTo(other.access()).hasSize(20);
        assertThat(count.access().get(0).readers()).isEqualTo(100);
        assertThat(count.access().get(0).people()).hasSize(40).startsWith("cn=p29", "cn=p59", "cn=p89", "cn=p28");
        assertThat(count.folders()).isEqualTo(30);
    }

    private void add(String name, String... folders) {
        count.add(account(name, folders), shared -> !shared.equals(dn("cn=none")));
    }

    private static PersonalAccount account(String name, String... folders) {
        return new PersonalAccount(
                dn(name),
                name,
                MailStore.of("/vmail/a/Maildir/", new MailBase(Path.of("/vmail")))
                        .orElseThrow(),
                AccountStatus.ACTIVE,
                Stream.of(folders).map(AccessCountTest::dn).toList());
    }

    private static DN dn(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }
}
