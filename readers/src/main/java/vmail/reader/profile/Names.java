package vmail.reader.profile;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import java.util.HashMap;
import java.util.Map;
import vmail.reader.csv.ColumnTitle;
import vmail.rule.MailSchema;

/**
 * One name for each attribute: a profile's synonyms first, then the schema's own spelling and numbers,
 * such as {@code 2.5.4.4} for sn. Names with options ({@code cn;lang-ja}) are attributes of their own.
 */
final class Names {

    /** A file with more names than any schema has is read all the same, a little slower. */
    private static final int MOST_KNOWN = 10_000;

    private final Map<String, String> synonyms = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    Names(Map<String, String> synonyms) {
        synonyms.forEach((name, meant) -> this.synonyms.put(plain(name), meant));
    }

    String canonical(String name) {
        String found = known.get(name);
        if (found == null) {
            found = found(name);
            if (known.size() < MOST_KNOWN) {
                known.put(name, found);
            }
        }
        return found;
    }

    /** The name without options. */
    static String base(String name) {
        int semicolon = name.indexOf(';');
        return semicolon < 0 ? name : name.substring(0, semicolon);
    }

    private String found(String name) {
        String meant = synonyms.get(plain(name));
        if (meant != null) {
            return meant;
        }
        AttributeTypeDefinition type = MailSchema.schema().getAttributeType(name.strip());
        return type == null ? ColumnTitle.withoutRemark(name) : type.getNameOrOID();
    }

    private static String plain(String name) {
        return ColumnTitle.plain(name);
    }
}
