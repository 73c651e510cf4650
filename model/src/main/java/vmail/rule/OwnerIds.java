package vmail.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.account.Candidate;
import vmail.store.Owner;

/**
 * {@code qmailUID} and {@code qmailGID}, where an account has them, are those of the mail owner (howto 2.2).
 *
 * <p>Postfix delivers as the one mail owner and Courier reads as that user; neither looks at the two attributes. Other programs on the same
 * directory may, and then write files that the mail owner can not read. Says nothing where the mail owner is not known.
 */
public record OwnerIds(Optional<Owner> owner) implements EntryRule {

    @Override
    public String id() {
        return "owner-ids";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (owner.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        others(candidate, "qmailUID", owner.get().uid()),
                        others(candidate, "qmailGID", owner.get().gid()))
                .toList();
    }

    private Stream<Finding> others(Candidate candidate, String attribute, int id) {
        String right = Integer.toString(id);
        return candidate.values(attribute).stream()
                // blanks do not count (numericStringMatch)
                .filter(value -> !value.replace(" ", "").equals(right))
                .limit(1)
                .map(value -> finding(
                                candidate,
                                "%s %s is not the mail owner's, %s".formatted(attribute, value, right),
                                "Set %s: %s, or delete it".formatted(attribute, right))
                        .about(attribute));
    }
}
