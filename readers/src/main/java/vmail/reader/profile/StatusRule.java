package vmail.reader.profile;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the older system's status of an account means here.
 *
 * @param from empty when the condition alone tells
 * @param values by value in lower case
 * @param is for every value, or without any
 * @param other for a value that is not among them
 */
record StatusRule(
        Condition when,
        Optional<Expression> from,
        Map<String, Outcome> values,
        Optional<Outcome> is,
        Optional<Outcome> other) {

    /** What becomes of the account. */
    enum Outcome {
        ACTIVE,
        /** Its mail arrives and nobody can log in. */
        ACTIVE_WITHOUT_PASSWORD,
        INACTIVE,
        SHARED,
        SKIP,
        LOSS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Empty when this rule has nothing to say. */
    Optional<Outcome> outcome(Fields fields) {
        if (!when.holds(fields)) {
            return Optional.empty();
        }
        Optional<String> value = value(fields);
        if (value.isEmpty()) {
            return from.isEmpty() ? is : Optional.empty();
        }
        Outcome known = values.get(value.get().toLowerCase(Locale.ROOT));
        return Optional.ofNullable(known).or(() -> other).or(() -> is);
    }

    /** The value that it looks at, where it looks at one. */
    Optional<String> value(Fields fields) {
        return from.stream()
                .flatMap(source -> source.values(fields).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Whether the value is none that the mapping file names. */
    boolean isUnknown(Fields fields) {
        return value(fields)
                .filter(value -> is.isEmpty() && !values.containsKey(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** The attributes it looks at. */
    Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>(when.attributes());
        from.ifPresent(source -> names.addAll(source.attributes()));
        return names;
    }
}
