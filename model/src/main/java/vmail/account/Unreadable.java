package vmail.account;

import java.util.List;
import java.util.Optional;

/**
 * A record that can not be parsed; it is rejected, and reading goes on behind it.
 *
 * @param dn the name as far as it could be read, else empty
 * @param problems at least one; never quotes a value, which may be a password
 * @param rest what could be read of the record, so that its other problems are told in the same pass
 */
public record Unreadable(Origin origin, String dn, List<Problem> problems, Optional<Candidate> rest) implements Input {

    /**
     * @param where the line the problem stands on, which is not always the record's first
     * @param remedy an instruction
     */
    public record Problem(Origin where, String message, String remedy) {}

    public Unreadable {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem named for the record at " + origin);
        }
    }

    public static Unreadable of(Origin origin, String message, String remedy) {
        return new Unreadable(origin, "", List.of(new Problem(origin, message, remedy)), Optional.empty());
    }
}
