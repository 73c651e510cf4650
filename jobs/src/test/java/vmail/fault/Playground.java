package vmail.fault;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryDirectoryServerSnapshot;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.MailBase;
import vmail.check.DirectoryAudit;
import vmail.check.Progress;
import vmail.report.audit.AuditVerdict;
import vmail.report.mail.Limits;
import vmail.rule.Finding;
import vmail.rule.Severity;
import vmail.settings.AuditOptions;
import vmail.settings.AuditScope;
import vmail.settings.DeepSettings;
import vmail.settings.Settings;
import vmail.store.DiskAttributes;
import vmail.store.Owner;

/** A healthy mail system that is broken and brought back again and again; its directory takes what slapadd -q takes. */
final class Playground implements AutoCloseable {

    /** Of eight accounts each; {@code -Dvmail.households=125} makes a system of 1,000 accounts. */
    static final int HOUSEHOLDS = Integer.getInteger("vmail.households", 40);

    private static final AuditOptions AT_ONCE = new AuditOptions(
                    AuditScope.ALL, Duration.ZERO, AuditOptions.RECENT, Optional.empty(), Clock.systemUTC())
            .withDeep(Optional.of(new DeepSettings(0, Limits.USUAL)));

    private final HealthySystem system;
    private final InMemoryDirectoryServer directory;
    private final InMemoryDirectoryServerSnapshot entries;
    private final TreeSnapshot tree;
    private final Settings settings;
    private final Optional<Owner> owner;

    private Playground(
            HealthySystem system, InMemoryDirectoryServer directory, Settings settings, Optional<Owner> owner)
            throws IOException {
        this.system = system;
        this.directory = directory;
        this.settings = settings;
        this.owner = owner;
        this.entries = directory.createSnapshot();
        this.tree = TreeSnapshot.of(system.base().path());
    }

    /** @param folder may be empty, and is then free for anything beside the mail base */
    static Playground in(Path folder) throws IOException, LDAPException {
        return in(folder, HOUSEHOLDS, Optional.empty());
    }

    /** @param owner who gets the mail base; whoever runs this, when empty */
    static Playground in(Path folder, int households, Optional<Owner> owner) throws IOException, LDAPException {
        DN company = new DN(new RDN("o", "company"));
        DN accounts = new DN(new RDN("ou", "Tokelau"), company);
        DN leaf = new DN(new RDN("ou", "postfix"), new DN(new RDN("ou", "System"), company));
        MailBase base = new MailBase(folder.resolve("vmail"));
        HealthySystem system = new HealthySystem(accounts, leaf, base, households);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(company);
        config.setSchema(null);
        config.setGenerateOperationalAttributes(false);
        InMemoryDirectoryServer directory = new InMemoryDirectoryServer(config);
        system.load(directory);
        system.makeStores(owner, Instant.now());
        Settings settings = new Settings(
                Optional.empty(),
                Optional.of(accounts),
                Optional.of(leaf),
                base,
                Optional.of(owner.orElse(me())),
                folder.resolve("workspace"),
                Map.of(),
                Severity.NOTE,
                false);
        return new Playground(system, directory, settings, owner);
    }

    /** Who runs this. */
    static Owner me() throws IOException {
        Path self = Path.of("/proc/self").toRealPath();
        DiskAttributes found = DiskAttributes.of(Files.readAttributes(self, DiskAttributes.NAMES));
        return new Owner(found.uid(), found.gid());
    }

    HealthySystem system() {
        return system;
    }

    Settings settings() {
        return settings;
    }

    InMemoryDirectoryServer directory() {
        return directory;
    }

    /** @return what an audit must find */
    List<Seeded> play(FaultKind kind, Household household) throws IOException, LDAPException {
        return kind.play()
                .on(new Scene(kind, household, system.systemBase(), directory, new ScratchDisk(system.base(), owner)));
    }

    /** What an audit says. */
    record Heard(AuditVerdict verdict, List<Finding> findings) {

        Heard {
            findings = List.copyOf(findings);
        }
    }

    Heard audit() {
        List<Finding> findings = new ArrayList<>();
        AuditVerdict verdict = new DirectoryAudit(settings, AT_ONCE, directory, findings::add, new Silent()).run();
        return new Heard(verdict, findings);
    }

    /** Brings back the directory, and all of the disk that has been touched. */
    void restore() throws IOException {
        directory.restoreSnapshot(entries);
        Path base = system.base().path();
        Path unmounted = base.resolveSibling(base.getFileName() + ".unmounted");
        if (Files.isDirectory(unmounted)) {
            Files.deleteIfExists(base);
            Files.move(unmounted, base);
        }
        tree.restore();
    }

    @Override
    public void close() {
        directory.shutDown(true);
    }

    /** Tells nobody. */
    static final class Silent implements Progress {

        @Override
        public void phase(String name, long total) {
            // nobody looks
        }

        @Override
        public void step() {
            // nobody looks
        }
    }
}
