package vmail.lab;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Entries in a form that can be compared: attributes and values sorted, DNs without superfluous blanks. */
final class Export {

    private Export() {}

    static Entry normalised(Entry entry) {
        try {
            Entry sorted = new Entry(entry.getParsedDN());
            entry.getAttributes().stream()
                    .sorted(Comparator.comparing(Attribute::getName, String.CASE_INSENSITIVE_ORDER))
                    .forEach(attribute -> sorted.addAttribute(sorted(attribute)));
            return sorted;
        } catch (LDAPException e) {
            throw new AssertionError(entry.getDN(), e);
        }
    }

    private static Attribute sorted(Attribute attribute) {
        String[] values = attribute.getValues();
        Arrays.sort(values);
        return new Attribute(attribute.getName(), values);
    }

    static String withoutPasswords(List<Entry> entries) {
        return ldif(entries.stream().map(Export::withoutPassword).toList());
    }

    static String ldif(List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(String.join("\n", entry.toLDIF())).append("\n\n"));
        return text.toString().strip() + "\n";
    }

    private static Entry withoutPassword(Entry entry) {
        Entry shown = entry.duplicate();
        if (shown.hasAttribute("userPassword")) {
            shown.setAttribute("userPassword", "(there)");
        }
        return shown;
    }
}
