package vmail.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.account.AcceptedDomains;
import vmail.account.DirectoryUnavailable;
import vmail.check.CheckedSources;
import vmail.check.MoveReport;
import vmail.check.RunFindings;
import vmail.check.SourceCheck;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.reader.directory.IncompleteRead;
import vmail.report.render.PrivateFiles;
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

    @Option(
            names = "--losses",
            paramLabel = "FILE",
            description = "Write what accounts of older systems lose to FILE, as CSV.")
    @Nullable
    Path losses;

    @Option(
            names = "--old-stores",
            paramLabel = "FILE",
            description = "Write where older systems keep the mail, and where it shall be, to FILE, as CSV.")
    @Nullable
    Path oldStores;

    CheckCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, IncompleteRead {
        Settings settings = options.settings();
        Instant started = terminal.clock().instant();
        TerminalProgress progress = new TerminalProgress(terminal, stop);
        try (Answer answer = Answer.of(options.format, terminal, progress, Answer.ALL);
                ConfiguredDirectory directory = ConfiguredDirectory.optional(settings)) {
            RunFindings findings = new RunFindings(answer, settings.severities());
            CheckedSources checked = new SourceCheck(
                            sources.sources(settings, terminal),
                            sources.settings().readOptions(settings.accountBase(), settings.mailBase()),
                            settings.ruleContext(AcceptedDomains.unknown(), started),
                            settings.severities(),
                            directory.accounts(),
                            findings,
                            progress)
                    .run();
            write(new MoveReport(checked));
            answer.finish(Summaries.ofCheck(started, terminal.clock().instant(), checked, findings));
            boolean reported = checked.counts().rejected() > 0 || findings.reaches(settings.threshold());
            return (reported ? ExitCode.FINDINGS : ExitCode.DONE).number();
        }
    }

    private void write(MoveReport report) throws IOException {
        if (losses != null) {
            try (OutputStream out = ownersFile(losses)) {
                report.writeLosses(out);
            }
        }
        if (oldStores != null) {
            try (OutputStream out = ownersFile(oldStores)) {
                report.writeOldStores(out);
            }
        }
    }

    private static OutputStream ownersFile(Path path) throws IOException {
        return Channels.newOutputStream(FileChannel.open(
                path,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                PrivateFiles.fileMode()));
    }
}
