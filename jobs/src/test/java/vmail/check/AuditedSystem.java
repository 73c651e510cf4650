package vmail.check;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.Account;
import vmail.account.MailBase;
import vmail.account.SharedAccount;
import vmail.lab.Site;
import vmail.reader.directory.AccountSearchReader;
import vmail.reader.directory.IncompleteRead;
import vmail.report.audit.AuditVerdict;
import vmail.rule.Finding;
import vmail.rule.MailSchema;
import vmail.rule.Severity;
import vmail.settings.AuditOptions;
import vmail.settings.AuditScope;
import vmail.settings.Settings;
import vmail.store.SharedAccounts;
import vmail.store.StoreItem;
import vmail.store.StoreLayout;
import vmail.writer.store.StoreWriter;

/** The howto's accounts in a directory in memory, and their stores. */
final class AuditedSystem {

    static final AuditOptions AT_ONCE =
            new AuditOptions(AuditScope.ALL, Duration.ZERO, AuditOptions.RECENT, Optional.empty(), Clock.systemUTC());

    private static final String TOKELAU = "ou=Tokelau,o=company";

    final InMemoryDirectoryServer directory;
    final Path base;
    private final Settings settings;
    private final Map<String, Step> at = new HashMap<>();
    Map<String, Long> facts = Map.of();

    /** Something that happens while the audit is at work. */
    interface Step {
        void run() throws LDAPException, LDIFException, IOException;
    }

    /** What an audit says. */
    record Said(AuditVerdict verdict, List<Finding> findings) {

        List<String> rules() {
            return findings.stream().map(Finding::rule).toList();
        }
    }

    private AuditedSystem(InMemoryDirectoryServer directory, Path folder) throws LDAPException {
        this.directory = directory;
        this.base = folder.resolve("vmail");
        this.settings = new Settings(
                Optional.empty(),
                Optional.of(dn(TOKELAU)),
                Optional.empty(),
                new MailBase(base),
                Optional.empty(),
                folder.resolve("workspace"),
                Map.of(),
                Severity.WARNING,
                false);
    }

    static AuditedSystem in(Path folder) throws IOException, LDAPException, LDIFException, IncompleteRead {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=company");
        config.setSchema(MailSchema.schema());
        config.setGenerateOperationalAttributes(true);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        AuditedSystem system = new AuditedSystem(server, folder.toRealPath());
        Files.createDirectory(system.base);
        Files.setPosixFilePermissions(system.base, PosixFilePermissions.fromString("rwxr-xr-x"));
        server.add("dn: o=company", "objectClass: organization", "o: company");
        server.add("dn: " + TOKELAU, "objectClass: organizationalUnit", "ou: Tokelau");
        system.load(Site.sample("howto/accounts.ldif").replace("active \n", "active\n"));
        system.makeStores();
        return system;
    }

    void load(String ldif) throws IOException, LDAPException, LDIFException {
        String here = ldif.replace("/vmail/", base + "/");
        try (LDIFReader reader = new LDIFReader(new ByteArrayInputStream(here.getBytes(StandardCharsets.UTF_8)))) {
            for (var entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                directory.add(entry);
            }
        }
    }

    /** Makes what the directory asks for. */
    void makeStores() throws IOException, IncompleteRead {
        MailBase mailBase = settings.mailBase();
        List<Account> accounts = new ArrayList<>();
        SharedAccounts shared = new SharedAccounts();
        new AccountSearchReader(directory, settings.accountBase().orElseThrow(), Optional.empty())
                .forEach(candidate -> Account.of(candidate, mailBase).ifPresent(accounts::add));
        accounts.stream()
                .filter(SharedAccount.class::isInstance)
                .map(SharedAccount.class::cast)
                .forEach(shared::add);
        StoreLayout layout = new StoreLayout(mailBase, shared);
        List<StoreItem> items = accounts.stream()
                .flatMap(account -> layout.of(account).stream())
                .toList();
        try (StoreWriter writer = StoreWriter.openOwn(mailBase, false)) {
            writer.make(items);
        }
    }

    /** Lets something happen when the audit comes to a phase. */
    AuditedSystem when(String phase, Step step) {
        at.put(phase, step);
        return this;
    }

    Said audit() {
        return audit(AT_ONCE);
    }

    Said audit(AuditOptions options) {
        List<Finding> findings = new ArrayList<>();
        DirectoryAudit audit = new DirectoryAudit(settings, options, directory, findings::add, new Steps());
        AuditVerdict verdict = audit.run();
        facts = audit.facts();
        return new Said(verdict, findings);
    }

    private final class Steps implements Progress {

        @Override
        public void phase(String name, long total) {
            Step step = at.remove(name);
            if (step != null) {
                try {
                    step.run();
                } catch (LDAPException | LDIFException | IOException e) {
                    throw new AssertionError(name, e);
                }
            }
        }

        @Override
        public void step() {
            // nobody looks
        }
    }

    Path albert() {
        return base.resolve("albert.onestone/Maildir");
    }

    static DN dn(String text) throws LDAPException {
        return new DN(text);
    }
}
