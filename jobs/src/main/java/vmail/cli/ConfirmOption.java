package vmail.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.settings.Brake;

/** Of a command that only makes what is missing. */
final class ConfirmOption {

    @Option(
            names = "--confirm",
            paramLabel = "NUMBER",
            description = "The number that a refusal named: it was looked at and is right.")
    @Nullable
    Long confirm;

    Brake brake() {
        return new Brake(Long.MAX_VALUE, 100, Optional.ofNullable(confirm));
    }
}
