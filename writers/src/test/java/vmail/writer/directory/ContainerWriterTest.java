package vmail.writer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vmail.writer.directory.Entries.albert;
import static vmail.writer.directory.Entries.entry;
import static vmail.writer.directory.Entries.with;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.AccountStatus;
import vmail.account.DirectoryUnavailable;

class ContainerWriterTest {

    private static final DN COMPANY = new DN(new RDN("o", "company"));
    private static final DN SYSTEM = new DN(new RDN("ou", "System"), COMPANY);
    private static final DN POSTFIX = new DN(new RDN("ou", "postfix"), SYSTEM);

    @TempDir
    Path folder;

    private InMemoryDirectoryServer server;
    private ChangeLog log;

    @BeforeEach
    void start() throws LDAPException, IOException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(COMPANY);
        config.setSchema(null);
        config.setGenerateOperationalAttributes(false);
        server = new InMemoryDirectoryServer(config);
        log = ChangeLog.open(folder);
    }

    @AfterEach
    void stop() throws IOException {
        log.close();
        server.close();
    }

    private static ReadOnlyEntry domains(String... lines) {
        ReadOnlyEntry nu = entry("dc=nu,ou=postfix,ou=System,o=company", lines);
        return with(nu, "dc", "nu");
    }

    @Test
    void makesTheParentsOfABase() throws Exception {
        ParentEntries parents = new ParentEntries(server);

        assertThat(parents.missing(POSTFIX)).containsExactly(COMPANY, SYSTEM, POSTFIX);
        assertThat(parents.create(POSTFIX, log)).extracting(Outcome::kind).containsOnly(Outcome.Kind.ADDED);

        assertThat(parents.missing(POSTFIX)).isEmpty();
        assertThat(server.getEntry(POSTFIX.toString()))
                .isEqualTo(entry("ou=postfix,ou=System,o=company", "objectClass: organizationalUnit", "ou: postfix"));
        assertThat(server.getEntry("o=company"))
                .isEqualTo(entry("o=company", "objectClass: organization", "o: company"));
    }

    @Test
    void namesTheTopmostMissingParentWhenItMayNotMakeIt() throws Exception {
        server.add(entry("o=company", "objectClass: organization", "o: company"));

        assertThatThrownBy(() -> new ParentEntries(server).require(POSTFIX))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("ou=System,o=company is not in the directory, or hidden from this bind DN."
                        + " Check the base DN, or let it be made with --create-parents.");
    }

    @Test
    void doesNotGuessTheClassOfOtherParents() {
        DN odd = new DN(new RDN("cn", "accounts"), COMPANY);

        assertThatThrownBy(() -> new ParentEntries(server).create(odd, log))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("cn=accounts,o=company is not in the directory and can not be made:"
                        + " only o=, ou=, dc= and c= are. Add the entry with ldapadd(1).");
    }

    @Test
    void writesParentsFirstWhateverTheOrderOfTheSource() throws Exception {
        ReadOnlyEntry nu = domains(
                "objectClass: dNSDomain", "objectClass: domainRelatedObject", "associatedDomain: testdomain.nu");
        ReadOnlyEntry postfix = entry(POSTFIX.toString(), "objectClass: organizationalUnit", "ou: postfix");
        new ParentEntries(server).create(SYSTEM, log);

        List<Outcome> outcomes = new ContainerWriter(server, log, true).write(List.of(nu, postfix));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome(nu.getDN(), Outcome.Kind.ADDED, "", ""),
                        new Outcome(postfix.getDN(), Outcome.Kind.ADDED, "", ""));
    }

    @Test
    void addsDomainsAndKeepsThoseTheSourceDoesNotHave() throws Exception {
        new ParentEntries(server).create(POSTFIX, log);
        server.add(domains("objectClass: dNSDomain", "objectClass: domainRelatedObject", "associatedDomain: old.nu"));

        new ContainerWriter(server, log, true)
                .write(List.of(domains("associatedDomain: Old.nu", "associatedDomain: testdomain.nu")));

        assertThat(server.getEntry("dc=nu,ou=postfix,ou=System,o=company"))
                .isEqualTo(domains(
                        "objectClass: dNSDomain",
                        "objectClass: domainRelatedObject",
                        "associatedDomain: old.nu",
                        "associatedDomain: testdomain.nu"));
    }

    @Test
    void leavesAnExistingContainerAsItIs() throws Exception {
        server.add(entry("o=company", "objectClass: organization", "o: company", "description: ours"));

        List<Outcome> outcomes = new ContainerWriter(server, log, true)
                .write(List.of(entry("o=Company", "objectClass: top", "o: Company")));

        assertThat(outcomes).containsExactly(new Outcome("o=Company", Outcome.Kind.UNCHANGED, "", ""));
    }

    @Test
    void setsTheStatusOfAccountsThatExist() throws Exception {
        new ParentEntries(server).create(new DN(new RDN("ou", "Tokelau"), COMPANY), log);
        server.add(with(albert("mailAlternateAddress: a@mydomain.nl"), "accountStatus", "inactive"));
        DN albert = albert().getParsedDN();
        DN nobody = new DN(new RDN("cn", "Nobody"), albert.getParent());

        List<Outcome> first = new StatusWriter(server, log).write(Map.of(albert, AccountStatus.ACTIVE));
        List<Outcome> second = new StatusWriter(server, log).write(Map.of(albert, AccountStatus.ACTIVE));
        List<Outcome> missing = new StatusWriter(server, log).write(Map.of(nobody, AccountStatus.ACTIVE));

        assertThat(first).extracting(Outcome::kind).containsExactly(Outcome.Kind.CHANGED);
        assertThat(second).extracting(Outcome::kind).containsExactly(Outcome.Kind.UNCHANGED);
        assertThat(missing)
                .containsExactly(new Outcome(
                        "cn=Nobody,ou=Tokelau,o=company",
                        Outcome.Kind.REFUSED,
                        "is not in the directory",
                        "Import the account before its status is set"));
        assertThat(server.getEntry(albert.toString())).isEqualTo(albert("mailAlternateAddress: a@mydomain.nl"));
    }
}
