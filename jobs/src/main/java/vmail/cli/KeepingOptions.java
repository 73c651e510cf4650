package vmail.cli;

import picocli.CommandLine.Option;
import vmail.settings.Keeping;

/** How long runs are kept. */
final class KeepingOptions {

    @Option(
            names = "--keep-runs",
            paramLabel = "N",
            defaultValue = "100000",
            description =
                    "Keep the newest N runs, and remove older ones from the workspace. The last conclusive audit of each scope is"
                            + " always kept, and so are runs that have changed something. Default: ${DEFAULT-VALUE}.")
    int runs;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            defaultValue = "400",
            description = "Keep runs for N days. Default: ${DEFAULT-VALUE}.")
    int days;

    Keeping keeping() throws Refused {
        try {
            return new Keeping(runs, days);
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
