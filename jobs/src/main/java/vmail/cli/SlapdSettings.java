package vmail.cli;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.connection.UnsafeSettings;
import vmail.writer.configuration.Secret;
import vmail.writer.configuration.SlapdConfiguration;
import vmail.writer.configuration.SlapdConfiguration.Enforcement;

/**
 * The settings as slapd needs them.
 *
 * @param folder where the files are written
 */
record SlapdSettings(ServerSettings servers, Path folder) {

    SlapdConfiguration configuration() throws Refused, UnsafeSettings {
        DN accountBase = servers.accountBase();
        RenderOptions rendered = servers.rendered();
        Optional<DN> writer = servers.writer();
        DN suffix = suffix();
        return new SlapdConfiguration(
                suffix,
                accountBase,
                servers.reader(),
                writer.orElseGet(() -> new DN(new RDN("cn", "admin"), suffix)),
                writer.isPresent() ? writerPassword() : Optional.empty(),
                servers.settings().mailBase(),
                rendered.databaseDirectory.toAbsolutePath().normalize(),
                rendered.pidFile.toAbsolutePath().normalize(),
                rendered.slapdFolder(folder),
                enforcement());
    }

    private Optional<Secret> writerPassword() throws UnsafeSettings {
        Path file = servers.options().bindPasswordFile;
        return file == null ? Optional.empty() : Optional.of(ServerSettings.secret(file));
    }

    private Enforcement enforcement() {
        if (!servers.rendered().enforce) {
            return Enforcement.NOTHING;
        }
        return servers.settings().mailShared() ? Enforcement.RULES_OF_SHARED_MAIL : Enforcement.RULES;
    }

    /** The lowest entry that everything is below, for one database holds it all. */
    private DN suffix() throws Refused {
        List<DN> names = new ArrayList<>(List.of(servers.accountBase(), servers.reader()));
        servers.settings().systemBase().ifPresent(names::add);
        servers.writer().ifPresent(names::add);
        DN suffix = names.get(0);
        while (suffix != null && !suffix.isNullDN()) {
            DN above = suffix;
            if (names.stream().allMatch(name -> above.isAncestorOf(name, true))) {
                return suffix;
            }
            suffix = suffix.getParent();
        }
        throw new Refused(
                ExitCode.USAGE,
                "one database can not hold %s: there is no entry above them all. Give --reader-dn and --bind-dn in the same tree"
                        .formatted(names.stream().map(DN::toString).collect(Collectors.joining(" and "))));
    }
}
