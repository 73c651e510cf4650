package vmail.reader.csv;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The names that columns may have, and the attribute each stands for, see {@link ColumnTitle#plain}. */
final class ColumnNames {

    private static final Map<String, List<String>> SYNONYMS = synonyms();
    private static final Map<String, String> ATTRIBUTES = attributes();

    /** Columns of our own reject files, which may be read again as they are. */
    private static final Set<String> IGNORED = Set.of("reason", "origin");

    private ColumnNames() {}

    /** The attribute a column stands for, as the schema spells it. */
    static Optional<String> attribute(String title) {
        return Optional.ofNullable(ATTRIBUTES.get(plain(title)));
    }

    static boolean isIgnored(String title) {
        return IGNORED.contains(plain(title));
    }

    /** All attributes that can be given. */
    static Collection<String> known() {
        return SYNONYMS.keySet();
    }

    /** The known name that a title is most probably a slip of; empty when none is near. */
    static Optional<String> nearest(String title) {
        String wanted = plain(title);
        int far = Math.max(1, wanted.length() / 3);
        return ATTRIBUTES.keySet().stream()
                .filter(name -> distance(name, wanted) <= far)
                .min(Comparator.comparingInt(name -> distance(name, wanted)));
    }

    private static String plain(String title) {
        return ColumnTitle.plain(title);
    }

    /** Levenshtein's: how many letters to put in, take out or change. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        map.put("cn", List.of("name", "fullname", "commonname"));
        map.put("sn", List.of("surname", "lastname", "last", "familyname"));
        map.put("givenName", List.of("firstname", "first", "forename"));
        map.put("uid", List.of("login", "loginid", "username", "user", "userid"));
        map.put("mail", List.of("email", "emailaddress", "mailaddress", "primaryemail"));
        map.put("mailAlternateAddress", List.of("aliases", "alias", "mailaliases", "alternateaddress"));
        map.put("accountStatus", List.of("status"));
        map.put("mailMessageStore", List.of("store", "mailstore", "maildir"));
        map.put("userPassword", List.of("password", "passwd"));
        map.put("seeAlso", List.of("sharedfolders", "sharedfolder", "shared"));
        map.put("postOfficeBox", List.of("boxes", "box", "folders", "subfolders"));
        map.put("ou", List.of("organizationalunit"));
        map.put("telephoneNumber", List.of("telephone", "phone"));
        // taken as they are; what this mail system does not use, a rule tells
        for (String further : List.of(
                "description",
                "displayName",
                "title",
                "initials",
                "mobile",
                "employeeNumber",
                "employeeType",
                "departmentNumber",
                "roomNumber",
                "preferredLanguage",
                "street",
                "postalCode",
                "l",
                "mailHost",
                "mailQuotaSize",
                "mailQuotaCount",
                "mailForwardingAddress",
                "mailReplyText",
                "deliveryMode")) {
            map.put(further, List.of());
        }
        return map;
    }

    private static Map<String, String> attributes() {
        Map<String, String> map = new TreeMap<>();
        SYNONYMS.forEach((attribute, names) -> {
            map.put(plain(attribute), attribute);
            names.forEach(name -> map.put(name, attribute));
        });
        return map;
    }
}
