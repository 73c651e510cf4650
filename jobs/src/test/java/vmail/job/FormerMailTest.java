package vmail.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.unboundidds.controls.IgnoreNoUserModificationRequestControl;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.StaticUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vmail.account.Account;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.account.MailBase;
import vmail.account.SourceLine;
import vmail.rule.Finding;
import vmail.rule.MailSchema;

class FormerMailTest {

    private static final String DN = "cn=Annika Hansen,ou=Tokelau,o=company";

    @TempDir
    Path base = Path.of("");

    private InMemoryDirectoryServer directory = server();

    private static InMemoryDirectoryServer server() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=company");
            config.setSchema(MailSchema.schema());
            return new InMemoryDirectoryServer(config);
        } catch (LDAPException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void makeStore() throws IOException {
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectories(store().resolve(part));
        }
    }

    @Test
    void isNoneInAnEmptyStore() throws IOException, LDIFException, DirectoryUnavailable {
        assertThat(mail().beforeEntry(account(), annika())).isEmpty();
    }

    @Test
    void isWhatLiesInAStoreThatNoEntryHas() throws IOException, LDIFException, DirectoryUnavailable {
        deliver();

        assertThat(mail().beforeEntry(account(), annika()))
                .map(Finding::toString)
                .contains("accounts.ldif:1: error: [store-not-reused] " + DN + ": is left as it is, because " + store()
                        + " holds 1 message from before the account. Look whose mail it is: ls -l " + store() + "/cur "
                        + store()
                        + "/new; if it is this account's, run the same command with --adopt-mail; else give the"
                        + " account another mailMessageStore, or move the mail away.");
    }

    @Test
    void isNotWhatAnAccountHas() throws IOException, LDAPException, LDIFException, DirectoryUnavailable {
        deliver();
        addEntry(Instant.now());

        assertThat(mail().beforeEntry(account(), annika())).isEmpty();
    }

    @Test
    void isWhatIsOlderThanAnEntryThatWaits() throws IOException, LDAPException, LDIFException, DirectoryUnavailable {
        deliver();
        addEntry(Instant.now().plus(Duration.ofDays(2)));

        assertThat(mail().beforeActivation(account(), annika()))
                .map(Finding::rule)
                .contains("store-not-reused");
    }

    @Test
    void isNotWhatWasBroughtWhileItWaited() throws IOException, LDAPException, LDIFException, DirectoryUnavailable {
        addEntry(Instant.now().minus(Duration.ofDays(2)));
        deliver();

        assertThat(mail().beforeActivation(account(), annika())).isEmpty();
    }

    private void deliver() throws IOException {
        Files.createFile(store().resolve("new/1.vm"));
    }

    private void addEntry(Instant created) throws LDAPException, LDIFException {
        directory.add("dn: o=company", "objectClass: organization");
        directory.add("dn: ou=Tokelau,o=company", "objectClass: organizationalUnit");
        AddRequest add = new AddRequest(
                "dn: " + DN,
                "objectClass: inetOrgPerson",
                "objectClass: qmailUser",
                "cn: Annika Hansen",
                "sn: Hansen",
                "mail: annika@mydomain.nl",
                "createTimestamp: " + StaticUtils.encodeGeneralizedTime(Date.from(created)));
        add.addControl(new IgnoreNoUserModificationRequestControl());
        directory.add(add);
    }

    private FormerMail mail() {
        return new FormerMail(directory, new MailBase(base));
    }

    private Path store() {
        return base.resolve("annika/Maildir");
    }

    private Candidate annika() throws LDIFException {
        return new Candidate(
                new ReadOnlyEntry(
                        "dn: " + DN, "uid: annika", "accountStatus: active", "mailMessageStore: " + store() + "/"),
                new SourceLine("accounts.ldif", 1));
    }

    private Account account() throws LDIFException {
        return Account.of(annika(), new MailBase(base)).orElseThrow();
    }
}
