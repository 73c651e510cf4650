package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a rule of a profile holds: everything that is given must.
 *
 * @param classes the record has one of these object classes
 * @param notClasses and none of these
 * @param present it has all of these attributes
 * @param absent and none of these
 * @param equal a value of the attribute is one of these, ignoring case
 * @param notEqual no value is
 * @param matches a value matches the expression from end to end
 * @param bits the number in the attribute has all these bits
 * @param below the record lies below one of these, told by the end of its DN
 * @param any at least one of these holds; none given is no demand
 */
record Condition(
        List<String> classes,
        List<String> notClasses,
        List<String> present,
        List<String> absent,
        Map<String, List<WantedText>> equal,
        Map<String, List<WantedText>> notEqual,
        Map<String, List<Pattern>> matches,
        Map<String, Long> bits,
        List<DN> below,
        List<Condition> any) {

    static final Condition ALWAYS = new Condition(
            List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of());

    boolean holds(Fields fields) {
        return (classes.isEmpty() || fields.hasClass(classes))
                && !fields.hasClass(notClasses)
                && present.stream().allMatch(fields::has)
                && absent.stream().noneMatch(fields::has)
                && equal.entrySet().stream().allMatch(each -> equal(fields, each))
                && notEqual.entrySet().stream().noneMatch(each -> equal(fields, each))
                && matches.entrySet().stream().allMatch(each -> matches(fields, each.getKey(), each.getValue()))
                && bits.entrySet().stream().allMatch(each -> hasBits(fields.values(each.getKey()), each.getValue()))
                && (below.isEmpty() || below.stream().anyMatch(fields::isBelow))
                && (any.isEmpty() || any.stream().anyMatch(one -> one.holds(fields)));
    }

    /** The attributes it looks at. */
    Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        names.addAll(present);
        names.addAll(equal.keySet());
        names.addAll(notEqual.keySet());
        names.addAll(matches.keySet());
        names.addAll(bits.keySet());
        any.forEach(one -> names.addAll(one.attributes()));
        return names;
    }

    private static boolean equal(Fields fields, Map.Entry<String, List<WantedText>> wanted) {
        return fields.values(wanted.getKey()).stream()
                .map(String::strip)
                .anyMatch(value -> wanted.getValue().stream().anyMatch(text -> text.is(value, fields)));
    }

    static boolean matches(Fields fields, String attribute, List<Pattern> patterns) {
        return fields.values(attribute).stream()
                .anyMatch(value -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(value.strip()).matches()));
    }

    private static boolean hasBits(List<String> values, long mask) {
        for (String value : values) {
            try {
                if ((Long.decode(value.strip()) & mask) == mask) {
                    return true;
                }
            } catch (NumberFormatException e) {
                // a text has no bits
            }
        }
        return false;
    }
}
