package vmail.reader.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a record by name, in the order of the source; case of names does not count, empty values do not exist.
 *
 * <p>A name with options ({@code cn;lang-ja}) is another name than the plain one.
 */
public final class RawValues {

    private static final RawValues NONE = new Builder().build();

    /** By the name in lower case. */
    private final Map<String, Named> values;

    private record Named(String name, List<String> values) {}

    private RawValues(Map<String, Named> values) {
        this.values = values;
    }

    public static RawValues none() {
        return NONE;
    }

    /** All values of one name; none is an empty list. */
    public List<String> of(String name) {
        Named named = values.get(key(name));
        return named == null ? List.of() : Collections.unmodifiableList(named.values());
    }

    public Optional<String> first(String name) {
        return of(name).stream().findFirst();
    }

    public boolean has(String name) {
        return values.containsKey(key(name));
    }

    /** As the source spells them the first time. */
    public List<String> names() {
        return values.values().stream().map(Named::name).toList();
    }

    /** The names only: a value may be a password. */
    @Override
    public String toString() {
        return "RawValues" + names();
    }

    /** Collects the values of one record. */
    public static final class Builder {

        private final Map<String, Named> values = new LinkedHashMap<>();

        /** An empty value is passed over. */
        public Builder add(String name, String value) {
            if (!value.isEmpty()) {
                values.computeIfAbsent(key(name), key -> new Named(name, new ArrayList<>(1)))
                        .values()
                        .add(value);
            }
            return this;
        }

        public RawValues build() {
            return new RawValues(new LinkedHashMap<>(values));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
