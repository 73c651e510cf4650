package vmail.reader.configuration;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code $name}, {@code ${name}} and {@code $(name)} by values, {@code ${name?text}} and {@code ${name:text}} by the
 * text where the value is set or not (postconf(5)). Does not know comparisons ({@code ${{a} == {b} ? ...}}), which stay as they are.
 */
final class Expansion {

    private static final int DEEPEST = 20;
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$|\\$(\\w+)|\\$\\{(\\w+)(?:([?:])([^{}]*))?\\}|\\$\\((\\w+)(?:([?:])([^()]*))?\\)");

    private final UnaryOperator<String> values;

    Expansion(UnaryOperator<String> values) {
        this.values = values;
    }

    String of(String text) {
        return expanded(text, 0);
    }

    /** A parameter that refers to itself would never end. */
    private String expanded(String text, int depth) {
        if (depth > DEEPEST) {
            return "";
        }
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(expanded(replacement((Matcher) found), depth + 1)));
    }

    private String replacement(Matcher found) {
        if (found.group().equals("$$")) {
            return "";
        }
        for (int name : new int[] {1, 2, 5}) {
            if (found.group(name) != null) {
                String condition = name == 1 ? null : found.group(name + 1);
                return condition == null
                        ? values.apply(found.group(name))
                        : conditional(values.apply(found.group(name)), condition, found.group(name + 2));
            }
        }
        throw new AssertionError("a reference without a name: " + found.group());
    }

    private static String conditional(String value, String condition, String text) {
        return value.isEmpty() == condition.equals(":") ? text : "";
    }
}
