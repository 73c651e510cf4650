package vmail.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vmail.account.Candidate;
import vmail.lookup.Lookup;

/**
 * What a map of Postfix's answers to a key: all values of all entries that match, joined by commas (ldap_table(5)).
 *
 * @param key as it was asked in the end: the address, {@code user} or {@code @domain}
 * @param entries those that matched, whether they have a value or not
 */
public record MapAnswer(String key, List<Value> values, List<Candidate> entries) {

    /** One value and where it comes from. */
    public record Value(String text, Candidate entry) {}

    public MapAnswer {
        values = List.copyOf(values);
        entries = List.copyOf(entries);
    }

    /** Empty values count for nothing, as in Postfix, which logs a warning. */
    static MapAnswer of(Lookup lookup, String key, List<Candidate> entries) {
        List<Value> values = new ArrayList<>();
        for (Candidate entry : entries) {
            entry.values(lookup.resultAttribute()).stream()
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> values.add(new Value(value, entry)));
        }
        return new MapAnswer(key, values, entries);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** What {@code postmap -q} prints; empty when nothing is found. */
    public String joined() {
        return values.stream().map(Value::text).collect(Collectors.joining(","));
    }

    /** For people: with the entries that the values come from. */
    String described() {
        return values.stream()
                .map(value -> value.text() + " (" + value.entry().dn() + ")")
                .collect(Collectors.joining(", "));
    }
}
