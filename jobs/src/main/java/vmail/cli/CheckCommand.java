package vmail.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vmail.account.DirectoryUnavailable;
import vmail.check.CheckedSources;
import vmail.check.RunFindings;
import vmail.check.SourceCheck;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.reader.directory.IncompleteRead;
import vmail.settings.Settings;

/** {@code vmail check}: needs no Spring and no workspace, so it answers at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Read SOURCEs, judge every record by all rules, and tell all that is wrong. Touches nothing.",
            "Needs no directory; with --ldap-url and --account-base it also compares with what the directory holds."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Mixin
    SourceOptions sources;

    CheckCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, IncompleteRead {
        Settings settings = options.settings();
        Instant started = Instant.now();
        TerminalProgress progress = new TerminalProgress(terminal, stop);
        try (Answer answer = Answer.of(options.format, terminal, progress, Answer.ALL);
                ConfiguredDirectory directory = ConfiguredDirectory.optional(settings)) {
            RunFindings findings = new RunFindings(answer, settings.severities());
            CheckedSources checked = new SourceCheck(
                            sources.sources(terminal),
                            sources.settings().readOptions(settings.accountBase(), settings.mailBase()),
                            settings.mailBase(),
                            settings.severities(),
                            directory.accounts(),
                            findings,
                            progress)
                    .run();
            answer.finish(Summaries.ofCheck(started, checked, findings));
            boolean reported = checked.counts().rejected() > 0 || findings.reaches(settings.threshold());
            return (reported ? ExitCode.FINDINGS : ExitCode.DONE).number();
        }
    }
}
