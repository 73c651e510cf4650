package vmail.cli;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.DirectoryUnavailable;
import vmail.check.DirectoryAccounts;
import vmail.check.LiveAccounts;
import vmail.connection.Directory;
import vmail.connection.UnsafeSettings;
import vmail.rule.MailSchema;
import vmail.settings.Settings;

/** The directory of the settings, opened; or none, for commands that can do without. */
final class ConfiguredDirectory implements AutoCloseable {

    private final Settings settings;
    private final Optional<Directory> directory;

    private ConfiguredDirectory(Settings settings, Optional<Directory> directory) {
        this.settings = settings;
        this.directory = directory;
    }

    static ConfiguredDirectory optional(Settings settings)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        return settings.directory().isEmpty()
                ? new ConfiguredDirectory(settings, Optional.empty())
                : required(settings);
    }

    /**
     * For commands that need a directory, before they touch anything.
     *
     * @throws Refused naming the options that are missing
     */
    static void requireSettings(Settings settings) throws Refused {
        if (settings.directory().isEmpty()) {
            throw new Refused(ExitCode.USAGE, "no directory: give --ldap-url (or ldap-url=... in the settings file)");
        }
        if (settings.accountBase().isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE, "no account base: give --account-base, e.g. --account-base ou=Tokelau,o=company");
        }
    }

    static ConfiguredDirectory required(Settings settings)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        requireSettings(settings);
        List<DN> bases = Stream.of(settings.accountBase(), settings.systemBase())
                .flatMap(Optional::stream)
                .toList();
        try {
            return new ConfiguredDirectory(
                    settings,
                    Optional.of(Directory.open(
                            settings.directory().get(), settings.workspace(), MailSchema.schema(), bases)));
        } catch (IllegalArgumentException e) {
            // a file of the settings is missing or empty
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** The open directory; only after {@link #required}. */
    Directory open() {
        return directory.orElseThrow();
    }

    LiveAccounts accounts() {
        return directory
                .<LiveAccounts>map(open -> new DirectoryAccounts(
                        open.connection(),
                        settings.accountBase().orElseThrow(),
                        settings.systemBase(),
                        settings.bindDn()))
                .orElseGet(LiveAccounts::none);
    }

    @Override
    public void close() {
        directory.ifPresent(Directory::close);
    }
}
