package vmail.reader.source;

import java.util.Optional;
import vmail.account.SourceLine;
import vmail.account.Unreadable.Problem;

/** What is wrong and what to do, before it has a place. */
public record Fault(String message, String remedy) {

    public static Optional<Fault> of(String message, String remedy) {
        return Optional.of(new Fault(message, remedy));
    }

    public Problem at(String file, long line) {
        return new Problem(new SourceLine(file, line), message, remedy);
    }
}
