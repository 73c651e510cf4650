package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.settings.Settings;
import vmail.writer.configuration.NightlyConfiguration;

/** {@code vmail schedule}: what starts the audit every night. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = {
            "Print what starts vmail audit every night: a unit and a timer of systemd, or a file for /etc/cron.d. Changes"
                    + " nothing; put it where its first line says.",
            "The unit can read the mail base and write the workspace, and nothing else."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ScheduleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    Kind kind;

    /** One of the two. */
    static final class Kind {

        @Option(names = "--systemd", required = true, description = "Print vmail-audit.service and vmail-audit.timer.")
        boolean systemd;

        @Option(names = "--cron", required = true, description = "Print a file for /etc/cron.d.")
        boolean cron;
    }

    @Option(
            names = "--at",
            paramLabel = "HH:MM",
            defaultValue = "02:30",
            description = "When, in the time of this host. Default: ${DEFAULT-VALUE}.")
    String at;

    @Option(
            names = "--user",
            paramLabel = "USER",
            defaultValue = "vmail",
            description = "Who it runs as: the mail owner, who may read all maildirs. Default: ${DEFAULT-VALUE}.")
    String user;

    @Option(
            names = "--mail-to",
            paramLabel = "ADDRESS",
            description =
                    "Let the audit mail its report to ADDRESS when something has changed. The unit of systemd is less closed"
                            + " then, as sendmail needs rights of its own.")
    @Nullable
    String mailTo;

    @Mixin
    SettingsOptions options;

    ScheduleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, Refused {
        Path file = options.settings;
        if (file == null) {
            throw new Refused(
                    ExitCode.USAGE,
                    "no settings file: what runs at night has nobody to type options. Give --settings"
                            + " /etc/vmail/vmail.properties");
        }
        Settings settings = options.settings();
        NightlyConfiguration nightly = configuration(file, settings);
        if (kind.systemd) {
            nightly.systemd().forEach(unit -> unit.lines().forEach(terminal::say));
            terminal.err()
                    .println("then: systemctl daemon-reload && systemctl enable --now vmail-audit.timer; to look:"
                            + " systemctl list-timers vmail-audit.timer, journalctl -u vmail-audit");
        } else {
            nightly.cron().lines().forEach(terminal::say);
        }
        return ExitCode.DONE.number();
    }

    private NightlyConfiguration configuration(Path file, Settings settings) throws Refused {
        try {
            return new NightlyConfiguration(
                    Path.of(System.getProperty("vmail.home", "."), "vmail")
                            .toAbsolutePath()
                            .normalize(),
                    file.toAbsolutePath().normalize(),
                    user,
                    settings.mailBase().path(),
                    settings.workspace(),
                    LocalTime.parse(at),
                    Optional.ofNullable(mailTo));
        } catch (DateTimeParseException e) {
            throw new Refused(ExitCode.USAGE, "--at " + at + " is no time of day; write it like 02:30");
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
