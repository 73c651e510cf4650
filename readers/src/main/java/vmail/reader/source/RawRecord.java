package vmail.reader.source;

import java.util.List;
import java.util.Optional;
import vmail.account.SourceLine;
import vmail.account.Unreadable.Problem;

/**
 * One record of a source before anybody asks what it means: names as the source has them, values as text.
 *
 * @param dn as it is written, of records that have one
 * @param values what could be read; octets that are no text, such as photos, are only named in {@code octets}
 * @param octets attributes with such values
 * @param problems what could not be read; a record that has any must not become an account
 */
public record RawRecord(
        SourceLine origin, Optional<String> dn, RawValues values, List<String> octets, List<Problem> problems) {

    public RawRecord {
        octets = List.copyOf(octets);
        problems = List.copyOf(problems);
    }

    /** A record that nothing could be read of. */
    public static RawRecord unreadable(SourceLine origin, Fault fault) {
        Problem problem = new Problem(origin, fault.message(), fault.remedy());
        return new RawRecord(origin, Optional.empty(), RawValues.none(), List.of(), List.of(problem));
    }

    public boolean isReadable() {
        return problems.isEmpty();
    }
}
