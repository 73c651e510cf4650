package vmail.inspect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.account.StoredPassword;

/**
 * The kind of a stored password, told without a single character of it: a scheme is named only where it is one of those known, for
 * anything else in braces may be somebody's password.
 */
final class PasswordForm {

    private static final Pattern SCHEME = Pattern.compile("\\{([A-Za-z0-9._/-]+)\\}(.*)", Pattern.DOTALL);
    private static final Pattern LOCKED = Pattern.compile("[!*]+.*|NP|(?i:disabled)", Pattern.DOTALL);
    private static final Set<String> SCHEMES = Set.of(
            "SSHA",
            "SHA",
            "SHA1",
            "SMD5",
            "MD5",
            "SHA256",
            "SHA384",
            "SHA512",
            "SSHA256",
            "SSHA384",
            "SSHA512",
            "ARGON2",
            "ARGON2I",
            "ARGON2ID",
            "PBKDF2",
            "PBKDF2-SHA1",
            "PBKDF2-SHA256",
            "PBKDF2-SHA512",
            "SASL",
            "KERBEROS",
            "PLAIN",
            "CLEARTEXT",
            "CLEAR",
            "PLAIN-MD5",
            "LDAP-MD5",
            "SHA512-CRYPT",
            "SHA256-CRYPT",
            "MD5-CRYPT",
            "BLF-CRYPT",
            "DES-CRYPT",
            "CRAM-MD5",
            "DIGEST-MD5",
            "SCRAM-SHA-1",
            "SCRAM-SHA-256",
            "NTLM",
            "LANMAN",
            "NS-MTA-MD5",
            "UNIX");

    private PasswordForm() {}

    static String of(String value) {
        String text = value.strip();
        if (text.equals("x")) {
            return "x (the hash is elsewhere)";
        }
        if (LOCKED.matcher(text).matches()) {
            return "locked";
        }
        Matcher matcher = SCHEME.matcher(text);
        if (matcher.matches()) {
            String scheme = matcher.group(1).toUpperCase(Locale.ROOT);
            if (scheme.equals("CRYPT")) {
                return "{CRYPT}" + crypt(matcher.group(2));
            }
            return SCHEMES.contains(scheme) ? "{" + scheme + "}" : "scheme that is not known";
        }
        if (text.matches("[0-9a-fA-F]{32}")) {
            return "MD5 in hexadecimal digits";
        }
        if (text.matches("[0-9a-fA-F]{40}")) {
            return "SHA-1 in hexadecimal digits";
        }
        return new StoredPassword(text).use() == StoredPassword.Use.AS_BARE_CRYPT
                ? "crypt without a scheme" + crypt(text)
                : "clear text";
    }

    private static String crypt(String hash) {
        if (LOCKED.matcher(hash).matches()) {
            return " locked";
        }
        for (String known : Set.of("$1$", "$5$", "$6$", "$2a$", "$2b$", "$2y$", "$y$", "$7$")) {
            if (hash.startsWith(known)) {
                return " " + known;
            }
        }
        return "";
    }
}
