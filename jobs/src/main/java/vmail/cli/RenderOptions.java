package vmail.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.writer.configuration.PostfixConfiguration;

/** What the servers' configuration needs beyond the settings of every command. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RenderOptions {

    @Option(
            names = "--reader-dn",
            paramLabel = "DN",
            description =
                    "The entry as which Postfix and Courier read the directory. Default: the one above --system-base, e.g."
                            + " ou=System,o=company.")
    @Nullable
    String readerDn;

    @Option(
            names = "--reader-password-file",
            paramLabel = "FILE",
            description =
                    "The password of --reader-dn, the only line of FILE, which nobody but its owner may read (mode 0600)."
                            + " Default: --bind-password-file where vmail binds as the same entry.")
    @Nullable
    Path readerPasswordFile;

    @Option(
            names = "--share-mail-domain",
            paramLabel = "DOMAIN",
            defaultValue = PostfixConfiguration.STORE_DOMAIN,
            description =
                    "With --share-mail: the domain of the addresses that Postfix makes of accounts, never seen outside."
                            + " Default: ${DEFAULT-VALUE}.")
    String shareMailDomain;

    @Option(
            names = "--postfix-folder",
            paramLabel = "DIR",
            description = "Where the maps of Postfix will lie. Default: vmail beside main.cf.")
    @Nullable
    Path postfixFolder;

    @Option(
            names = "--slapd-folder",
            paramLabel = "DIR",
            description = "Where slapd.conf and what it includes will lie. Default: where they are written.")
    @Nullable
    Path slapdFolder;

    @Option(
            names = "--database-directory",
            paramLabel = "DIR",
            defaultValue = "/var/lib/ldap/vmail",
            description = "Where slapd keeps its database, and no other. Default: ${DEFAULT-VALUE}.")
    Path databaseDirectory;

    @Option(
            names = "--pid-file",
            paramLabel = "FILE",
            defaultValue = "/run/slapd/slapd.pid",
            description = "Where slapd puts its process id. Default: ${DEFAULT-VALUE}.")
    Path pidFile;

    @Option(
            names = "--enforce",
            description =
                    "Let slapd itself refuse what would lose mail: a second mail value, a store without its slash, an"
                            + " unknown accountStatus, a uid, store or mail that another account has.")
    boolean enforce;

    Optional<Path> mapsFolder() {
        return Optional.ofNullable(postfixFolder)
                .map(folder -> folder.toAbsolutePath().normalize());
    }

    Path slapdFolder(Path written) {
        return slapdFolder == null ? written : slapdFolder.toAbsolutePath().normalize();
    }
}
