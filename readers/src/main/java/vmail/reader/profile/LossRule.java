package vmail.reader.profile;

import java.util.List;
import vmail.account.LossKind;

/**
 * Attributes whose meaning is lost.
 *
 * @param attributes names that may end in {@code *}
 * @param empty values that mean nothing, ignoring case
 * @param when where it does not hold, nothing is lost
 */
record LossRule(LossKind kind, List<String> attributes, List<WantedText> empty, Condition when) {

    boolean names(String attribute) {
        return matches(attributes, attribute);
    }

    boolean meansNothing(String value, Fields fields) {
        return value.isBlank() || empty.stream().anyMatch(text -> text.is(value.strip(), fields));
    }

    /** Whether a list of names, some of which end in {@code *}, has the attribute; case does not count. */
    static boolean matches(List<String> names, String attribute) {
        for (String name : names) {
            boolean open = name.endsWith("*");
            int length = open ? name.length() - 1 : name.length();
            if ((open || attribute.length() == length) && attribute.regionMatches(true, 0, name, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
