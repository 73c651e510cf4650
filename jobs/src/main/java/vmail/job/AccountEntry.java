package vmail.job;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vmail.account.AccountStatus;
import vmail.account.Candidate;

/**
 * The entry as it shall stand in the directory: blanks at the ends of values gone, status in its own spelling. The howto's
 * example has {@code "accountStatus: active "}; passwords stay as they are.
 */
final class AccountEntry {

    private AccountEntry() {}

    static ReadOnlyEntry of(Candidate candidate, boolean inactive) {
        Entry entry = new Entry(candidate.parsedDn());
        for (Attribute attribute : candidate.entry().getAttributes()) {
            Attribute clean = clean(attribute);
            if (clean.size() > 0) {
                entry.addAttribute(clean);
            }
        }
        candidate
                .status()
                .ifPresent(status ->
                        entry.setAttribute("accountStatus", (inactive ? AccountStatus.INACTIVE : status).value()));
        return new ReadOnlyEntry(entry);
    }

    private static Attribute clean(Attribute attribute) {
        if (attribute.getBaseName().toLowerCase(Locale.ROOT).equals("userpassword")) {
            return attribute;
        }
        if (attribute.needsBase64Encoding() && !isText(attribute)) {
            return attribute;
        }
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(attribute.getValues())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(value -> values.putIfAbsent(value.toLowerCase(Locale.ROOT), value));
        return new Attribute(attribute.getName(), values.values());
    }

    /** Whether all values survive the way through characters. */
    private static boolean isText(Attribute attribute) {
        byte[][] bytes = attribute.getValueByteArrays();
        String[] text = attribute.getValues();
        for (int i = 0; i < bytes.length; i++) {
            if (!Arrays.equals(bytes[i], text[i].getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
                return false;
            }
        }
        return true;
    }
}
