package vmail.effects;

/** Changes of the howto's entries, as ldapmodify(1) takes them. */
final class Entries {

    static final String ALBERT = "dn: cn=Albert Onestone,ou=Tokelau,o=company\nchangetype: modify\n";
    static final String SEVEN = "dn: cn=Seven of Nine,ou=Tokelau,o=company\nchangetype: modify\n";
    static final String TIMETRAVEL = "dn: cn=Timetravel weekly,ou=Tokelau,o=company\nchangetype: modify\n";

    private Entries() {}

    /** @param line attribute and value */
    static String replace(String entry, String line) {
        return change(entry, "replace", line);
    }

    static String add(String entry, String line) {
        return change(entry, "add", line);
    }

    static String delete(String entry, String line) {
        return change(entry, "delete", line);
    }

    private static String change(String entry, String what, String line) {
        int colon = line.indexOf(':');
        String attribute = colon < 0 ? line : line.substring(0, colon);
        return entry + what + ": " + attribute + "\n" + (colon < 0 ? "" : line + "\n") + "\n";
    }
}
