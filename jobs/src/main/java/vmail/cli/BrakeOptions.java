package vmail.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.settings.Brake;

/** How much a command may change unasked. */
final class BrakeOptions {

    @Option(
            names = "--max-changes",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "Refuse to change more than N things that are there without --confirm. Default: ${DEFAULT-VALUE}.")
    long maxChanges;

    @Option(
            names = "--max-percent",
            paramLabel = "P",
            defaultValue = "10",
            description =
                    "Refuse to change more things than P percent of the accounts without --confirm, unless they are 10 or"
                            + " fewer. Default: ${DEFAULT-VALUE}.")
    int maxPercent;

    @Option(
            names = "--confirm",
            paramLabel = "NUMBER",
            description = "The number that a refusal named: it was looked at and is right.")
    @Nullable
    Long confirm;

    Brake brake() {
        return new Brake(maxChanges, maxPercent, Optional.ofNullable(confirm));
    }
}
