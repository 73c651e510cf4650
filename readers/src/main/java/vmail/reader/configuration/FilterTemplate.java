package vmail.reader.configuration;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter as administrators write it into a configuration, with {@code %s} for the key (ldap_table(5)).
 *
 * <p>The one place that makes a filter of text: the text is the whole filter and is only ever compared with ours, never sent.
 * The key is escaped.
 */
public record FilterTemplate(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("%(.)");

    /**
     * The filter for one key, as Postfix asks it.
     *
     * @throws IllegalArgumentException when it is no filter; names it
     */
    public Filter with(String key) {
        int at = key.lastIndexOf('@');
        String local = at < 0 ? key : key.substring(0, at);
        String domain = key.substring(at + 1);
        String filter = PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group(1)) {
                            case "%" -> "%";
                            case "u", "U" -> Filter.encodeValue(local);
                            case "d", "D" -> Filter.encodeValue(domain);
                            case "s", "S" -> Filter.encodeValue(key);
                            default -> found.group();
                        }));
        try {
            return Filter.create(filter);
        } catch (LDAPException e) {
            throw new IllegalArgumentException("not a filter: " + text, e);
        }
    }
}
