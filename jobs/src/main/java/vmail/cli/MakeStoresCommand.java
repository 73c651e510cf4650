package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.MakeStoresJob;
import vmail.job.StoreMaking;
import vmail.report.findings.RunHistory;
import vmail.report.findings.WorkspaceDatabase;
import vmail.settings.Settings;
import vmail.settings.TooManyChanges;
import vmail.workspace.MailBaseBrake;
import vmail.workspace.MailBaseLock;

/** {@code vmail make-stores}. */
@Command(
        name = "make-stores",
        mixinStandardHelpOptions = true,
        description = {
            "Make the maildirs, folders, links and subscriptions that the directory asks for (the howto's"
                    + " makeMailMessageStoreDirs) and print what was made.",
            "Makes what is missing; never overwrites, never deletes."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class MakeStoresCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Option(names = "--create-mail-base", description = "Make the mail base where it does not exist.")
    boolean createMailBase;

    @Mixin
    ConfirmOption confirm;

    MakeStoresCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call()
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked, TooManyChanges {
        Settings settings = options.settings();
        ConfiguredDirectory.requireSettings(settings);
        Surroundings.refuseRootWithoutOwner(settings);
        Surroundings.requireMailBase(settings, createMailBase);
        Consumer<Path> made =
                options.format == SettingsOptions.Format.text ? path -> terminal.say("made " + path) : path -> {};
        try (MailBaseLock lock = MailBaseLock.acquire(settings.mailBase(), "make-stores");
                WorkspaceDatabase database = WorkspaceDatabase.open(settings.workspace())) {
            new MailBaseBrake(settings, new RunHistory(database.dataSource(), terminal.clock())).check(confirm.brake());
            return new DirectoryJob<>(
                            "make-stores",
                            MakeStoresJob.class,
                            StoreMaking.class,
                            (job, session) -> new StoreMaking(job, createMailBase, false, made),
                            Optional.empty())
                    .run(database, settings, options.format, terminal, stop);
        }
    }
}
