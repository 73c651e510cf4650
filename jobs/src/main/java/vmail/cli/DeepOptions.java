package vmail.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import vmail.report.mail.Limits;
import vmail.settings.DeepSettings;

/** Whether an audit looks at each message, and what is worth telling of them. */
final class DeepOptions {

    @Option(
            names = "--deep",
            description =
                    "Look at each message, too: whether it can be read, is opened by anybody, or is none. Reads no mail. Takes a"
                            + " look at every file, hence longer: see --max-ops.")
    boolean deep;

    @Option(
            names = "--max-ops",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "With --deep: no more than N operations on the file system in a second, so that a server at work does not"
                            + " feel it. A million messages take 9 minutes then. 0: no limit. Default: ${DEFAULT-VALUE}.")
    long maxOps;

    @Option(
            names = "--stale-tmp-hours",
            paramLabel = "HOURS",
            defaultValue = "36",
            description = "With --deep: tell what is left in tmp for so long. Default: ${DEFAULT-VALUE}.")
    int staleTmpHours;

    @Option(
            names = "--unread-days",
            paramLabel = "DAYS",
            defaultValue = "90",
            description =
                    "With --deep: tell of new mail that nobody has opened for so long, in an INBOX or a shared folder."
                            + " Default: ${DEFAULT-VALUE}.")
    int unreadDays;

    @Option(
            names = "--dormant-days",
            paramLabel = "DAYS",
            defaultValue = "365",
            description = "With --deep: tell of active accounts that nobody has used and that got no mail for so long."
                    + " Default: ${DEFAULT-VALUE}.")
    int dormantDays;

    @Option(
            names = "--large-folder",
            paramLabel = "N",
            defaultValue = "50000",
            description = "With --deep: tell of folders with more than N messages. Default: ${DEFAULT-VALUE}.")
    long largeFolder;

    /** Empty when messages are not to be looked at. */
    Optional<DeepSettings> settings() throws Refused {
        if (!deep) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeepSettings(
                    maxOps,
                    new Limits(
                            Duration.ofHours(staleTmpHours),
                            Duration.ofDays(unreadDays),
                            Duration.ofDays(dormantDays),
                            largeFolder)));
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
