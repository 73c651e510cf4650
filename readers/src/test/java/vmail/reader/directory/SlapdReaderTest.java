package vmail.reader.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.Candidate;

/** Against a real slapd. */
class SlapdReaderTest {

    private static final DN COMPANY = new DN(new RDN("o", "company"));
    private static final DN TOKELAU = new DN(new RDN("ou", "Tokelau"), COMPANY);
    private static final DN SYSTEM = new DN(new RDN("ou", "System"), COMPANY);
    private static final String[] ACCESS = {
        "access to attrs=userPassword by anonymous auth by * none",
        "access to * by dn.exact=\"ou=System,o=company\" read by * none"
    };

    @TempDir
    Path folder;

    @BeforeAll
    static void assumeSlapd() {
        Slapd.assumeInstalled();
    }

    private static void fill(Slapd slapd, int accounts) throws LDAPException, LDIFException {
        fill(slapd, accounts, 1);
    }

    private static void fill(Slapd slapd, int accounts, int description) throws LDAPException, LDIFException {
        try (LDAPConnection admin = slapd.connection()) {
            admin.add("dn: o=company", "objectClass: organization", "o: company");
            admin.add("dn: ou=Tokelau,o=company", "objectClass: organizationalUnit", "ou: Tokelau");
            admin.add(
                    "dn: ou=System,o=company",
                    "objectClass: organizationalUnit",
                    "ou: System",
                    "userPassword: systemsecret");
            for (int i = 0; i < accounts; i++) {
                admin.add(
                        "dn: cn=Person " + i + ",ou=Tokelau,o=company",
                        "objectClass: inetOrgPerson",
                        "objectClass: qmailUser",
                        "sn: " + i,
                        "mail: p" + i + "@mydomain.nl",
                        "accountStatus: active",
                        "mailMessageStore: /vmail/p" + i + "/Maildir/",
                        "description: " + "x".repeat(description));
            }
        }
    }

    private static LDAPConnectionPool asSystem(Slapd slapd) throws LDAPException {
        return new LDAPConnectionPool(slapd.connection("ou=System,o=company", "systemsecret"), 2);
    }

    private static int count(LDAPInterface connection) throws IncompleteRead {
        AtomicInteger accounts = new AtomicInteger();
        new AccountSearchReader(connection, TOKELAU, Optional.of(SYSTEM))
                .forEach(account -> accounts.incrementAndGet());
        return accounts.get();
    }

    @Test
    void takesTheDefaultSizeLimitAsIncompleteAndNamesTheLineToAdd() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder, ACCESS)) {
            fill(slapd, 1200);
            try (LDAPConnectionPool system = asSystem(slapd)) {
                assertThatThrownBy(() -> count(system))
                        .isInstanceOf(IncompleteRead.class)
                        .hasMessage("only the first 500 entries below ou=Tokelau,o=company could be read:"
                                + " size limit exceeded (4). Add this line to the database section of slapd.conf"
                                + " (paged results do not help, slapd counts over all pages):"
                                + " limits dn.exact=\"ou=System,o=company\" size=unlimited time=unlimited");
            }
        }
    }

    @Test
    void readsAllWithThatLine() throws Exception {
        String limits = "limits dn.exact=\"ou=System,o=company\" size=unlimited time=unlimited";
        try (Slapd slapd = Slapd.withSchema(folder, limits, ACCESS[0], ACCESS[1])) {
            fill(slapd, 1200);
            try (LDAPConnectionPool system = asSystem(slapd)) {
                assertThat(count(system)).isEqualTo(1200);
            }
        }
    }

    @Test
    void tellsAnAnonymousReaderThatTheBaseMayBeHidden() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder, ACCESS)) {
            fill(slapd, 1);
            try (LDAPConnection anonymous = slapd.connection("", "")) {
                assertThatThrownBy(() -> count(anonymous))
                        .hasMessage("ou=Tokelau,o=company can not be found: no such object (32). Check the base DN;"
                                + " a server that lets nobody anonymous read, or hides the entry from the bind DN,"
                                + " answers the same.");
            }
        }
    }

    @Test
    void concludesNothingWhenStoresAreHidden() throws Exception {
        try (Slapd slapd =
                Slapd.withSchema(folder, "access to attrs=mailMessageStore by * none", ACCESS[0], ACCESS[1])) {
            fill(slapd, 3);
            try (LDAPConnectionPool system = asSystem(slapd)) {
                assertThatThrownBy(() -> count(system))
                        .hasMessageStartingWith("none of the 3 accounts below ou=Tokelau,o=company shows a"
                                + " mailMessageStore: the access rules hide it from ou=System,o=company.");
            }
        }
    }

    @Test
    void isIncompleteWhenAPartIsKeptElsewhere() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder, "sizelimit unlimited")) {
            fill(slapd, 3);
            try (LDAPConnection admin = slapd.connection()) {
                admin.add(
                        "dn: ou=Far,ou=Tokelau,o=company",
                        "objectClass: referral",
                        "objectClass: extensibleObject",
                        "ou: Far",
                        "ref: ldap://far.mydomain.nl/ou=Far,ou=Tokelau,o=company");

                assertThatThrownBy(() -> count(admin))
                        .hasMessageStartingWith(
                                "a part of ou=Tokelau,o=company is kept elsewhere (ldap://far.mydomain.nl/")
                        .hasMessageEndingWith("referrals are not followed: read 4 entries."
                                + " Ask the server that holds the whole tree.");
            }
        }
    }

    @Test
    void isIncompleteWhenTheServerGoesAwayWithinTheAnswer() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder, "maxsize 200000000\nsizelimit unlimited")) {
            // more than the buffers between server and client hold
            fill(slapd, 3000, 5000);
            try (LDAPConnectionPool admin = new LDAPConnectionPool(slapd.connection(), 2)) {
                AccountSearchReader reader = new AccountSearchReader(admin, TOKELAU, Optional.of(SYSTEM));

                assertThatThrownBy(() -> reader.forEach(account -> slapd.killOnce()))
                        .isInstanceOf(IncompleteRead.class)
                        .hasNoCause()
                        .hasMessageStartingWith("reading below ou=Tokelau,o=company ended early, after ")
                        .hasMessageContaining("server down (81)");
            }
        }
    }

    @Test
    void passesOnWhatTheConsumerThrowsAndThePoolStaysUsable() throws Exception {
        try (Slapd slapd = Slapd.withSchema(folder, "sizelimit unlimited")) {
            fill(slapd, 1200);
            try (LDAPConnectionPool admin = new LDAPConnectionPool(slapd.connection(), 2)) {
                AccountSearchReader reader = new AccountSearchReader(admin, TOKELAU, Optional.of(SYSTEM));

                assertThatThrownBy(() -> reader.forEach(SlapdReaderTest::fail))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("full");
                assertThat(count(admin)).isEqualTo(1200);
            }
        }
    }

    private static void fail(Candidate account) {
        throw new IllegalStateException("full");
    }
}
