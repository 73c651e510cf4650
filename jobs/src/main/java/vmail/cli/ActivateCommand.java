package vmail.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.account.DirectoryUnavailable;
import vmail.account.PasswordScheme;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.ActivateJob;
import vmail.job.ImportOptions;
import vmail.job.StoredPasswords;
import vmail.settings.TooManyChanges;
import vmail.workspace.MailBaseLock;

/** {@code vmail activate}. */
@Command(
        name = "activate",
        mixinStandardHelpOptions = true,
        description = {
            "After `vmail import --load-inactive`: look whether the stores of each account of SOURCEs are there, and set its"
                    + " status to what the source says. An account whose stores are not as they must be stays inactive."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ActivateCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Mixin
    SourceOptions sources;

    @Mixin
    ConfirmOption confirm;

    @Option(names = "--skip-rejected", description = "Activate the accepted records although others are rejected.")
    boolean skipRejected;

    @Option(
            names = "--adopt-mail",
            description =
                    "Activate accounts, too, whose store holds mail that is older than the account: it is theirs.")
    boolean adoptMail;

    @Option(names = "--new-run", description = "Do not continue a run that did not finish; begin anew.")
    boolean newRun;

    ActivateCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call()
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked, TooManyChanges {
        ImportOptions wanted = new ImportOptions(skipRejected, false, false, false, false, false, adoptMail);
        return new SourceJob(
                        "activate",
                        ActivateJob.class,
                        wanted,
                        confirm.brake(),
                        new StoredPasswords(PasswordScheme.SSHA),
                        newRun)
                .run(options, sources, terminal, stop);
    }
}
