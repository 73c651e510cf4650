package vmail.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.AuditJob;
import vmail.job.JobRun;
import vmail.settings.AuditOptions;
import vmail.settings.Settings;

/** {@code vmail audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Compare the directory with the disk, both directions, and judge every account by all rules. Touches neither.",
            "What can not be seen makes the audit inconclusive (exit 4); nothing is called missing or orphan then that was not"
                    + " seen to be so."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AuditCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Mixin
    AuditScopeOptions auditing;

    @Mixin
    KeepingOptions keeping;

    @Mixin
    DeepOptions messages;

    @Mixin
    MailOptions mailing;

    AuditCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        AuditOptions how = auditing.options(terminal.clock()).withDeep(messages.settings());
        Settings settings = options.settings();
        DirectoryJob<JobRun> job = new DirectoryJob<>(
                "audit",
                AuditJob.class,
                JobRun.class,
                (run, session) -> run.auditing(auditing.compared(how, settings, session)),
                Optional.of(keeping.keeping()));
        Optional<AuditMail> mail = mailing.mail(settings.workspace(), settings.scope(how), terminal);
        return mail.isPresent()
                ? mail.get().around(() -> job.run(settings, options.format, terminal, stop))
                : job.run(settings, options.format, terminal, stop);
    }
}
