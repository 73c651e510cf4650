package vmail.fault;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.account.LdapText;
import vmail.account.MailBase;
import vmail.connection.Directory;
import vmail.connection.DirectorySettings;
import vmail.connection.DirectoryUrl;
import vmail.connection.UnsafeSettings;
import vmail.report.render.PrivateFiles;
import vmail.rule.MailSchema;
import vmail.rule.Severity;
import vmail.settings.Settings;
import vmail.store.Owner;

/**
 * A mail system in a folder of its own with faults in it, each in a household that has no other.
 *
 * @param folder does not exist, or is empty
 * @param owner who gets the mail base; whoever runs this, when empty
 */
public record FaultKit(Path folder, Optional<Owner> owner) {

    /** A fault that was made. */
    public record Played(FaultKind kind, List<Seeded> seeded) {

        public Played {
            seeded = List.copyOf(seeded);
        }
    }

    /**
     * What there is now.
     *
     * @param accounts all of them, the broken ones too
     */
    public record Made(int accounts, List<Played> faults) {

        public Made {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param kinds all of which can be made here
     * @param healthy accounts at least that have no fault
     */
    public Made make(List<FaultKind> kinds, int healthy) throws IOException, DirectoryUnavailable, UnsafeSettings {
        int households = kinds.size() + (healthy + Household.SIZE - 1) / Household.SIZE;
        Settings settings = settings();
        HealthySystem system = new HealthySystem(
                settings.accountBase().orElseThrow(),
                settings.systemBase().orElseThrow(),
                settings.mailBase(),
                Math.max(1, households));
        PrivateFiles.makeFolders(settings.workspace());
        try (Directory directory = Directory.open(
                settings.directory().orElseThrow(),
                settings.workspace(),
                MailSchema.schema(),
                List.of(system.accountBase(), system.systemBase()))) {
            system.load(directory.connection());
            system.makeStores(owner, Instant.now());
            List<Played> faults = play(kinds, system, directory.connection());
            directory.save();
            return new Made(system.accounts(), faults);
        } catch (LDAPException e) {
            throw new DirectoryUnavailable("the embedded directory refuses an entry: " + LdapText.of(e));
        }
    }

    private List<Played> play(List<FaultKind> kinds, HealthySystem system, LDAPInterface directory)
            throws IOException, LDAPException {
        ScratchDisk disk = new ScratchDisk(system.base(), owner);
        List<Played> faults = new ArrayList<>();
        for (FaultKind kind : kinds) {
            Scene scene = new Scene(kind, system.household(faults.size()), system.systemBase(), directory, disk);
            faults.add(new Played(kind, kind.play().on(scene)));
        }
        return faults;
    }

    /** For every command that works on it. */
    public Settings settings() {
        DN company = new DN(new RDN("o", "company"));
        return new Settings(
                Optional.of(DirectorySettings.of(DirectoryUrl.UNCHECKED)),
                Optional.of(new DN(new RDN("ou", "Tokelau"), company)),
                Optional.of(new DN(new RDN("ou", "postfix"), new DN(new RDN("ou", "System"), company))),
                new MailBase(folder.resolve("vmail")),
                owner,
                folder.resolve("workspace"),
                Map.of(),
                Severity.WARNING,
                false);
    }
}
