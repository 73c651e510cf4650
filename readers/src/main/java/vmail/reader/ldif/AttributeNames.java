package vmail.reader.ldif;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The other names of an attribute and its number, brought to the name that this set-up uses (RFC 4519, RFC 4524). */
final class AttributeNames {

    private static final Map<String, String> CANONICAL = names();

    private AttributeNames() {}

    /** The usual name, with the options ({@code ;lang-ja}) as they were; any other name as it is. */
    static String canonical(String description) {
        int semicolon = description.indexOf(';');
        String name = semicolon < 0 ? description : description.substring(0, semicolon);
        String options = semicolon < 0 ? "" : description.substring(semicolon);
        return CANONICAL.getOrDefault(name.toLowerCase(Locale.ROOT), name) + options;
    }

    /** Whether it is an attribute that a person's entry often has. */
    static boolean isKnown(String name) {
        return CANONICAL.containsKey(name.toLowerCase(Locale.ROOT)) || AttributeKinds.isIdentity(name);
    }

    private static Map<String, String> names() {
        Map<String, String> map = new TreeMap<>();
        put(map, "objectClass", "2.5.4.0");
        put(map, "cn", "commonName", "2.5.4.3");
        put(map, "sn", "surname", "2.5.4.4");
        put(map, "c", "countryName", "2.5.4.6");
        put(map, "l", "localityName", "2.5.4.7");
        put(map, "st", "stateOrProvinceName", "2.5.4.8");
        put(map, "street", "streetAddress", "2.5.4.9");
        put(map, "o", "organizationName", "2.5.4.10");
        put(map, "ou", "organizationalUnitName", "2.5.4.11");
        put(map, "title", "2.5.4.12");
        put(map, "description", "2.5.4.13");
        put(map, "postalCode", "2.5.4.17");
        put(map, "postOfficeBox", "2.5.4.18");
        put(map, "telephoneNumber", "2.5.4.20");
        put(map, "facsimileTelephoneNumber", "fax", "2.5.4.23");
        put(map, "seeAlso", "2.5.4.34");
        put(map, "userPassword", "2.5.4.35");
        put(map, "givenName", "gn", "2.5.4.42");
        put(map, "initials", "2.5.4.43");
        put(map, "uid", "userid", "0.9.2342.19200300.100.1.1");
        put(map, "mail", "rfc822Mailbox", "0.9.2342.19200300.100.1.3");
        put(map, "dc", "domainComponent", "0.9.2342.19200300.100.1.25");
        put(map, "associatedDomain", "0.9.2342.19200300.100.1.37");
        put(map, "mobile", "mobileTelephoneNumber", "0.9.2342.19200300.100.1.41");
        put(map, "pager", "pagerTelephoneNumber", "0.9.2342.19200300.100.1.42");
        put(map, "co", "friendlyCountryName", "0.9.2342.19200300.100.1.43");
        return map;
    }

    private static void put(Map<String, String> map, String canonical, String... others) {
        map.put(canonical.toLowerCase(Locale.ROOT), canonical);
        for (String other : others) {
            map.put(other.toLowerCase(Locale.ROOT), canonical);
        }
    }
}
