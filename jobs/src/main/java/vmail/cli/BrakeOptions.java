package vmail.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.settings.Brake;

/** How much a command may change unasked. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
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

    @Mixin
    ConfirmOption confirm;

    Brake brake() {
        return new Brake(maxChanges, maxPercent, confirm.number());
    }
}
