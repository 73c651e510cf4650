package vmail.repair;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import vmail.account.Candidate;
import vmail.account.RecordKind;
import vmail.reader.directory.IncompleteRead;
import vmail.writer.repair.ValueChange;
import vmail.writer.store.InTheWay;

/**
 * Changes values of one attribute of the entry that a finding is about.
 *
 * @param named whether an administrator has to name the finding: the values may mean something
 */
record EntryAct(String attribute, boolean named, Values values) implements Act {

    /** What an attribute of an entry shall have; what it has, when nothing is wrong. */
    interface Values {
        List<String> of(Candidate entry, List<String> now);
    }

    @Override
    public Proposal propose(Case found) throws IOException, IncompleteRead, InTheWay {
        Optional<Candidate> entry =
                found.site().accounts().entry(found.finding().dn());
        if (entry.isEmpty()) {
            return new Proposal.Gone();
        }
        List<String> now = entry.get().values(attribute);
        List<String> then = values.of(entry.get(), now);
        List<String> removed = now.stream().filter(not(then)).toList();
        List<String> added = then.stream().filter(not(now)).toList();
        if (removed.isEmpty() && added.isEmpty()) {
            return new Proposal.Gone();
        }
        return named && !found.named()
                ? new Proposal.Named("it deletes " + attribute + " " + removed)
                : Proposal.of(List.of(new ValueChange(entry.get().dn(), attribute, removed, added)));
    }

    private static Predicate<String> not(List<String> values) {
        return value -> !values.contains(value);
    }

    /** Without the values for which something holds. */
    static EntryAct without(String attribute, Unwanted unwanted) {
        return new EntryAct(
                attribute,
                false,
                (entry, now) ->
                        now.stream().filter(value -> !unwanted.is(entry, value)).toList());
    }

    /** With values written as they are meant. */
    static EntryAct written(String attribute, UnaryOperator<String> right) {
        return new EntryAct(
                attribute,
                false,
                (entry, now) -> now.stream().map(right).distinct().toList());
    }

    /** Whether a value of an entry is one too many. */
    interface Unwanted {
        boolean is(Candidate entry, String value);
    }

    /** Without all values on accounts of a kind. */
    static EntryAct none(String attribute, RecordKind kind) {
        return new EntryAct(
                attribute, true, (entry, now) -> entry.kind() == kind && !entry.isInactive() ? List.of() : now);
    }
}
