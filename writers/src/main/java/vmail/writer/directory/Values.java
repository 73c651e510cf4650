package vmail.writer.directory;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The values of one attribute, in their order, and what another entry lacks of them. */
record Values(String attribute, List<String> values) {

    static Values of(ReadOnlyEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return new Values(attribute, values == null ? List.of() : List.of(values));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Those that the other does not have, each once. */
    List<String> without(Values other, UnaryOperator<String> normal) {
        Map<String, String> rest = new LinkedHashMap<>();
        values.forEach(value -> rest.putIfAbsent(normal.apply(value), value));
        other.values.forEach(value -> rest.remove(normal.apply(value)));
        return List.copyOf(rest.values());
    }

    boolean sameAs(Values other, UnaryOperator<String> normal) {
        return without(other, normal).isEmpty() && other.without(this, normal).isEmpty();
    }

    Modification modification(ModificationType type) {
        return modification(type, attribute, values);
    }

    static Modification modification(ModificationType type, String attribute, Collection<String> values) {
        return new Modification(type, attribute, values.toArray(String[]::new));
    }

    /** How names of object classes and of domains are compared. */
    static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Not the values: they may be passwords. */
    @Override
    public String toString() {
        return attribute + " (" + values.size() + " values)";
    }
}
