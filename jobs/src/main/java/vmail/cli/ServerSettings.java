package vmail.cli;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.connection.BindPassword;
import vmail.connection.ClearText;
import vmail.connection.DirectorySettings;
import vmail.connection.DirectoryUrl;
import vmail.connection.UnsafeSettings;
import vmail.settings.Settings;
import vmail.store.Owner;
import vmail.writer.configuration.CourierConfiguration;
import vmail.writer.configuration.DirectoryAccess;
import vmail.writer.configuration.PostfixConfiguration;
import vmail.writer.configuration.Secret;
import vmail.writer.store.OwnerName;

/** The settings as Postfix and Courier need them; asks for what is missing by the name of its option. */
record ServerSettings(SettingsOptions options, RenderOptions rendered, Settings settings) {

    private static final String USUAL_OWNER = "vmail";

    PostfixConfiguration postfix() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        if (settings.systemBase().isEmpty()) {
            throw missing("no system base: give --system-base, e.g. --system-base ou=postfix,ou=System,o=company");
        }
        return new PostfixConfiguration(
                access(),
                accountBase(),
                settings.systemBase().get(),
                owner(),
                rendered.mapsFolder()
                        .map(folder -> PostfixConfiguration.folder(folder.toString()))
                        .orElse(PostfixConfiguration.BESIDE_MAIN_CF),
                settings.mailShared() ? Optional.of(rendered.shareMailDomain) : Optional.empty());
    }

    CourierConfiguration courier() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        return new CourierConfiguration(access(), accountBase(), owner());
    }

    DN accountBase() throws Refused {
        return settings.accountBase()
                .orElseThrow(() ->
                        missing("no account base: give --account-base, e.g. --account-base ou=Tokelau,o=company"));
    }

    /** As whom the servers read: the system leaf, which is above the accepted domains (howto 1.4). */
    DN reader() throws Refused {
        Optional<DN> named = SettingsOptions.dn("--reader-dn", rendered.readerDn);
        return named.or(() -> settings.systemBase().map(DN::getParent))
                .filter(dn -> !dn.isNullDN())
                .orElseThrow(() -> missing("nobody to read the directory as: give --reader-dn, e.g. --reader-dn"
                        + " ou=System,o=company, or a --system-base below it"));
    }

    /** Who vmail binds as, where that is another than the reader. */
    Optional<DN> writer() throws Refused {
        DN reader = reader();
        return SettingsOptions.dn("--bind-dn", options.bindDn).filter(dn -> !dn.equals(reader));
    }

    static Secret secret(Path file) throws UnsafeSettings {
        byte[] password = BindPassword.read(file);
        try {
            return Secret.of(password);
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private DirectoryAccess access() throws Refused, UnsafeSettings, DirectoryUnavailable {
        DirectorySettings directory = settings.directory()
                .filter(any -> any.url().kind() != DirectoryUrl.Kind.EMBEDDED)
                .orElseThrow(() -> missing("no directory that servers can ask: give --ldap-url ldap://HOST"));
        DN reader = reader();
        Path passwordFile = readerPasswordFile();
        Optional<Path> caFile =
                directory.caFile().map(file -> file.toAbsolutePath().normalize());
        ClearText.refuse(new DirectorySettings(
                directory.url(),
                Optional.of(reader),
                Optional.of(passwordFile),
                directory.startTls(),
                caFile,
                directory.allowPlaintext(),
                directory.connectTimeout(),
                directory.responseTimeout()));
        return new DirectoryAccess(
                directory.url().toString(), directory.startTls(), caFile, reader, secret(passwordFile));
    }

    private Path readerPasswordFile() throws Refused {
        if (rendered.readerPasswordFile != null) {
            return rendered.readerPasswordFile;
        }
        if (options.bindPasswordFile != null && writer().isEmpty()) {
            return options.bindPasswordFile;
        }
        throw missing(
                "no password for the servers: give --reader-password-file, the file with the password of " + reader());
    }

    private Owner owner() throws IOException, Refused {
        if (settings.owner().isPresent()) {
            return settings.owner().get();
        }
        try {
            return new OwnerName().resolve(USUAL_OWNER);
        } catch (IllegalArgumentException e) {
            throw missing("no mail owner: give --owner, e.g. --owner 5000:5000 (" + e.getMessage() + ")");
        }
    }

    private static Refused missing(String message) {
        return new Refused(ExitCode.USAGE, message);
    }
}
