package vmail.writer.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The howto's people as entries, and variations of them. */
final class Entries {

    static final String TOKELAU = "ou=Tokelau,o=company";

    private Entries() {}

    /** Lines as in LDIF; values are taken as they are. */
    static ReadOnlyEntry entry(String dn, String... lines) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            values.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return new ReadOnlyEntry(
                dn,
                values.entrySet().stream()
                        .map(attribute -> new Attribute(attribute.getKey(), attribute.getValue()))
                        .toList());
    }

    static ReadOnlyEntry albert(String... more) {
        String[] lines = {
            "objectClass: inetOrgPerson",
            "objectClass: qmailUser",
            "cn: Albert Onestone",
            "sn: Onestone",
            "uid: onestonea",
            "ou: Tokelau",
            "mail: albert.onestone@anotherdomain.nu",
            "accountStatus: active",
            "mailMessageStore: /vmail/albert.onestone/Maildir/"
        };
        return entry("cn=Albert Onestone," + TOKELAU, concat(lines, more));
    }

    static ReadOnlyEntry seven(String... more) {
        String[] lines = {
            "objectClass: inetOrgPerson",
            "objectClass: qmailUser",
            "cn: Seven of Nine",
            "sn: Nine",
            "uid: nines",
            "mail: seven@mydomain.nl",
            "accountStatus: active",
            "mailMessageStore: /vmail/seven.nine/Maildir/"
        };
        return entry("cn=Seven of Nine," + TOKELAU, concat(lines, more));
    }

    static ReadOnlyEntry person(int number) {
        String name = "Person %05d".formatted(number);
        return entry(
                "cn=" + name + "," + TOKELAU,
                "objectClass: inetOrgPerson",
                "objectClass: qmailUser",
                "cn: " + name,
                "sn: " + number,
                "uid: p" + number,
                "userPassword: secret" + number,
                "mail: p" + number + "@mydomain.nl",
                "accountStatus: active",
                "mailMessageStore: /vmail/p" + number + "/Maildir/");
    }

    /** The entry with lines of one attribute replaced; no lines remove it. */
    static ReadOnlyEntry with(ReadOnlyEntry entry, String attribute, String... values) {
        var copy = entry.duplicate();
        copy.setAttribute(attribute, values);
        if (values.length == 0) {
            copy.removeAttribute(attribute);
        }
        return new ReadOnlyEntry(copy);
    }

    private static String[] concat(String[] lines, String[] more) {
        String[] all = Arrays.copyOf(lines, lines.length + more.length);
        System.arraycopy(more, 0, all, lines.length, more.length);
        return all;
    }
}
