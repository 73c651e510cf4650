package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.account.DirectoryUnavailable;
import vmail.account.PasswordScheme;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.ImportJob;
import vmail.job.ImportOptions;
import vmail.job.StoredPasswords;
import vmail.settings.TooManyChanges;
import vmail.workspace.MailBaseLock;

/** {@code vmail import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Bring the accounts of SOURCEs to the directory and the disk: check every record, make maildirs, folders, links and"
                    + " subscriptions, load the directory, audit.",
            "Nothing is written before the last record is checked. What is there already is left as it is: a second import of the"
                    + " same file writes nothing. Stopped or killed, the same command goes on."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Mixin
    SourceOptions sources;

    @Mixin
    BrakeOptions brake;

    @Option(names = "--skip-rejected", description = "Import the accepted records although others are rejected.")
    boolean skipRejected;

    @Option(names = "--no-update", description = "Report entries that differ from the source, do not change them.")
    boolean noUpdate;

    @Option(names = "--create-parents", description = "Make missing entries above accounts and domains (o=, ou=, dc=).")
    boolean createParents;

    @Option(names = "--create-mail-base", description = "Make the mail base where it does not exist.")
    boolean createMailBase;

    @Option(
            names = "--load-inactive",
            description =
                    "Load every account as inactive; `vmail activate` with the same SOURCEs later sets each status to what"
                            + " the source says.")
    boolean loadInactive;

    @Option(
            names = "--adopt-mail",
            description =
                    "Import accounts, too, that are new and whose store holds mail already: it is theirs. Without it they are"
                            + " left out, since it may be a former owner's.")
    boolean adoptMail;

    @Option(
            names = "--new-run",
            description = "Do not continue a run that did not finish; begin anew, e.g. with a corrected source.")
    boolean newRun;

    @Option(
            names = "--password-scheme",
            paramLabel = "SCHEME",
            defaultValue = "ssha",
            description =
                    "How clear text passwords are hashed: ssha ({SSHA}) or crypt-sha512 ({CRYPT}$6$, slower and stronger)."
                            + " Default: ${DEFAULT-VALUE}.")
    String passwordScheme;

    @Option(
            names = "--generate-passwords",
            paramLabel = "FILE",
            description =
                    "Give active people without a password one, and write login and password to FILE, as CSV that only its"
                            + " owner may read. What FILE holds from an import before stays and counts.")
    @Nullable
    Path generatePasswords;

    ImportCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call()
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked, TooManyChanges {
        ImportOptions wanted = new ImportOptions(
                skipRejected, noUpdate, createParents, createMailBase, false, loadInactive, adoptMail);
        return new SourceJob(
                        "import",
                        ImportJob.class,
                        wanted,
                        brake.brake(),
                        new StoredPasswords(scheme()),
                        Optional.ofNullable(generatePasswords),
                        newRun)
                .run(options, sources, terminal, stop);
    }

    private PasswordScheme scheme() throws Refused {
        return switch (passwordScheme.toLowerCase(Locale.ROOT)) {
            case "ssha" -> PasswordScheme.SSHA;
            case "crypt-sha512" -> PasswordScheme.CRYPT_SHA512;
            default ->
                throw new Refused(ExitCode.USAGE, "--password-scheme is ssha or crypt-sha512, not " + passwordScheme);
        };
    }
}
