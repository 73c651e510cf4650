package vmail.reader.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.account.LiveEntry;

class AccountSearchReaderTest {

    private static final DN COMPANY = new DN(new RDN("o", "company"));
    private static final DN TOKELAU = new DN(new RDN("ou", "Tokelau"), COMPANY);
    private static final DN POSTFIX = new DN(new RDN("ou", "postfix"), COMPANY);

    private InMemoryDirectoryServer server;

    @BeforeEach
    void start() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(COMPANY);
        config.setSchema(null);
        server = new InMemoryDirectoryServer(config);
        server.add("dn: o=company", "objectClass: organization", "o: company");
        server.add("dn: ou=Tokelau,o=company", "objectClass: organizationalUnit", "ou: Tokelau");
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    private List<String> read() throws IncompleteRead {
        List<String> names = new ArrayList<>();
        new AccountSearchReader(server, TOKELAU, Optional.empty()).forEach(account -> names.add(account.dn()));
        return names;
    }

    @Test
    void readsAccountsAndNothingElse() throws Exception {
        server.add(
                "dn: cn=Albert Onestone,ou=Tokelau,o=company",
                "objectClass: inetOrgPerson",
                "objectClass: qmailUser",
                "accountStatus: active",
                "mailMessageStore: /vmail/albert.onestone/Maildir/");
        server.add("dn: cn=readers,ou=Tokelau,o=company", "objectClass: groupOfNames", "mail: readers@mydomain.nl");
        server.add("dn: cn=printer,ou=Tokelau,o=company", "objectClass: device");

        assertThat(read()).containsExactly("cn=Albert Onestone,ou=Tokelau,o=company");
    }

    @Test
    void findsAnEmptyBaseComplete() throws Exception {
        assertThat(read()).isEmpty();
    }

    @Test
    void namesAMissingBase() throws Exception {
        server.delete("ou=Tokelau,o=company");

        assertThatThrownBy(this::read)
                .isInstanceOf(IncompleteRead.class)
                .hasNoCause()
                .hasMessageStartingWith("ou=Tokelau,o=company can not be found: no such object (32)")
                .hasMessageContaining("found as far as o=company")
                .hasMessageEndingWith("Check the base DN; a server that lets nobody anonymous read,"
                        + " or hides the entry from the bind DN, answers the same.");
    }

    @Test
    void concludesNothingWhenEveryStoreIsHidden() throws Exception {
        server.add(
                "dn: cn=Albert Onestone,ou=Tokelau,o=company", "objectClass: inetOrgPerson", "objectClass: qmailUser");

        assertThatThrownBy(this::read)
                .isInstanceOf(IncompleteRead.class)
                .hasMessage(
                        "none of the 1 accounts below ou=Tokelau,o=company shows a mailMessageStore: the access rules"
                                + " hide it from anonymous. Give that DN read access to all attributes of accounts"
                                + " (slapd.access(5)).");
    }

    @Test
    void passesOnWhatTheConsumerThrows() throws Exception {
        server.add(
                "dn: cn=Albert Onestone,ou=Tokelau,o=company", "objectClass: qmailUser", "mailMessageStore: /vmail/a/");

        assertThatThrownBy(() -> new AccountSearchReader(server, TOKELAU, Optional.empty())
                        .forEach(AccountSearchReaderTest::fail))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    @Test
    void readsAcceptedDomains() throws Exception {
        server.add("dn: ou=postfix,o=company", "objectClass: organizationalUnit", "ou: postfix");
        server.add("dn: dc=nl,ou=postfix,o=company", "objectClass: dNSDomain", "associatedDomain: MyDomain.nl");
        server.add(
                "dn: dc=nu,ou=postfix,o=company",
                "objectClass: dNSDomain",
                "associatedDomain: testdomain.nu",
                "associatedDomain: anotherdomain.nu");

        AcceptedDomains domains = new SystemLeafReader(server, POSTFIX, Optional.empty()).read();

        assertThat(domains)
                .isEqualTo(AcceptedDomains.of(
                        List.of("mydomain.nl", "testdomain.nu", "anotherdomain.nu"), Optional.of(POSTFIX)));
    }

    @Test
    void handsOnTheEntriesOfDomainsAsTheyAre() throws Exception {
        server.add("dn: ou=postfix,o=company", "objectClass: organizationalUnit", "ou: postfix");
        server.add("dn: dc=nl,ou=postfix,o=company", "objectClass: dNSDomain", "associatedDomain: MyDomain.nl");
        List<Candidate> entries = new ArrayList<>();

        new SystemLeafReader(server, POSTFIX, Optional.empty()).forEach(entries::add);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.dn()).isEqualTo("dc=nl,ou=postfix,o=company");
            assertThat(entry.origin()).isEqualTo(new LiveEntry());
            assertThat(entry.values("associatedDomain")).containsExactly("MyDomain.nl");
            assertThat(entry.values("objectClass")).containsExactly("dNSDomain");
            assertThat(entry.stamps().modified()).isPresent();
        });
    }

    @Test
    void refusesAMissingSystemBase() {
        assertThatThrownBy(() -> new SystemLeafReader(server, POSTFIX, Optional.empty()).read())
                .isInstanceOf(IncompleteRead.class)
                .hasMessageStartingWith("ou=postfix,o=company can not be found: no such object (32)");
    }

    private static void fail(Candidate account) {
        throw new IllegalStateException("full");
    }
}
