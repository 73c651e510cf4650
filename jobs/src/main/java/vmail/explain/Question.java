package vmail.explain;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import vmail.account.MailAddress;

/** What somebody wants explained. */
public sealed interface Question {

    /** Where does mail to it go? */
    record Address(String address) implements Question {

        @Override
        public String toString() {
            return "mail to " + address;
        }
    }

    /** Who logs in by it, and what do they see? */
    record Login(String uid) implements Question {

        @Override
        public String toString() {
            return "login " + uid;
        }
    }

    /** All about one entry. */
    record Entry(DN dn) implements Question {

        @Override
        public String toString() {
            return "entry " + dn;
        }
    }

    /** Whose is it, who reads it? */
    record OnDisk(Path path) implements Question {

        /** @param path in normal form */
        public OnDisk {
            if (!path.isAbsolute() || !path.equals(path.normalize())) {
                throw new IllegalArgumentException("not an absolute path in normal form: " + path);
            }
        }

        @Override
        public String toString() {
            return "path " + path;
        }
    }

    /**
     * What a word on the command line asks for: {@code /...} a place, {@code a@b.c} an address, {@code a=b,...} an entry, all
     * else a login. {@code path:}, {@code address:}, {@code dn:} and {@code uid:} in front say it outright, for a uid that looks
     * like an address, or like the name of a rule.
     *
     * @throws IllegalArgumentException when the word can not be what it is said to be
     */
    static Question of(String word) {
        int colon = word.indexOf(':');
        String rest = word.substring(colon + 1);
        return switch (colon < 0 ? "" : word.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "path" -> place(rest);
            case "address" -> address(rest);
            case "dn" -> entry(rest);
            case "uid" -> login(rest);
            default -> guessed(word);
        };
    }

    private static Question guessed(String word) {
        if (word.startsWith("/")) {
            return place(word);
        }
        // "a=b@c.nl" is an address and parses as a DN; a DN of an account has a comma, which no address has
        if (MailAddress.of(word).isPresent()) {
            return new Address(word);
        }
        if (word.contains("=") && DN.isValidDN(word)) {
            return entry(word);
        }
        return word.contains("@") ? address(word) : login(word);
    }

    private static Question place(String path) {
        try {
            return new OnDisk(Path.of(path).normalize());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + path, e);
        }
    }

    private static Question address(String address) {
        if (address.indexOf('@') < 0) {
            throw new IllegalArgumentException("not an address: " + address);
        }
        return new Address(address);
    }

    private static Question entry(String dn) {
        try {
            DN parsed = new DN(dn);
            if (parsed.isNullDN()) {
                throw new IllegalArgumentException("the DN is empty");
            }
            return new Entry(parsed);
        } catch (LDAPException e) {
            throw new IllegalArgumentException("not a DN: " + dn, e);
        }
    }

    private static Question login(String uid) {
        if (uid.isBlank()) {
            throw new IllegalArgumentException("the uid is empty");
        }
        return new Login(uid);
    }
}
