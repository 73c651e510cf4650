package vmail.rule;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Entries with the same object classes and attributes are allowed or not alike: a directory of a hundred thousand accounts has a few dozen
 * such shapes. Remembers those that are allowed, since to look them up in the schema takes longer than all other rules together.
 */
final class ValidShapes {

    /** More than directories have; what is above is looked up each time. */
    private static final int MOST = 10_000;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    boolean contains(String shape) {
        return known.contains(shape);
    }

    void add(String shape) {
        if (known.size() < MOST) {
            known.add(shape);
        }
    }

    /** Object classes, names of attributes, whether they have one value or several, and whether one is blank. */
    static String of(Entry entry) {
        StringBuilder shape = new StringBuilder();
        for (Attribute attribute : entry.getAttributes()) {
            String[] values = attribute.getValues();
            shape.append(attribute.getName()).append(values.length == 1 ? '=' : '*');
            boolean classes = attribute.getName().equalsIgnoreCase("objectClass");
            for (String value : values) {
                if (classes) {
                    shape.append(value).append(' ');
                } else if (value.isBlank()) {
                    shape.append('_');
                }
            }
            shape.append('\n');
        }
        return shape.toString();
    }
}
