package vmail.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.settings.Brake;

/** The number that a brake named. */
final class ConfirmOption {

    @Option(
            names = "--confirm",
            paramLabel = "NUMBER",
            description = "The number that a refusal named: it was looked at and is right.")
    @Nullable
    Long confirm;

    Optional<Long> number() {
        return Optional.ofNullable(confirm);
    }

    /** Of a command that only makes what is missing. */
    Brake brake() {
        return new Brake(Long.MAX_VALUE, 100, number());
    }
}
