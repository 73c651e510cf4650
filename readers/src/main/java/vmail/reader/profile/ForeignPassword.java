package vmail.reader.profile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.account.StoredPassword;

/**
 * A password as an older system wrote it, in the form that this one can check: schemes of Dovecot that are crypt(3) strings, hashes in
 * hexadecimal digits, and crypt(3) strings without a scheme are rewritten; the hash stays the same.
 *
 * @param value to be stored, or clear text that is hashed when it is; empty when nobody could ever check it
 * @param why it is lost, as the rest of the sentence "the password ..."; never quotes it
 */
record ForeignPassword(Optional<String> value, String why) {

    private static final Pattern SCHEME = Pattern.compile("\\{([A-Za-z0-9._-]+)\\}(.*)", Pattern.DOTALL);
    private static final Pattern HEX_MD5 = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern HEX_SHA = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern LOCKED = Pattern.compile("[!*]+.*|\\*LK\\*.*|NP|(?i:disabled)", Pattern.DOTALL);

    static ForeignPassword of(String text) {
        String value = text.strip();
        if (value.equals("x")) {
            return lost("stands in the shadow file");
        }
        if (LOCKED.matcher(value).matches() && !value.startsWith("{")) {
            return lost("is locked in the old system");
        }
        Matcher matcher = SCHEME.matcher(value);
        return matcher.matches()
                ? withScheme(matcher.group(1).toUpperCase(java.util.Locale.ROOT), matcher.group(2), value)
                : bare(text, value);
    }

    private static ForeignPassword withScheme(String scheme, String rest, String value) {
        return switch (scheme) {
            case "SHA512-CRYPT", "SHA256-CRYPT", "MD5-CRYPT", "BLF-CRYPT", "DES-CRYPT" -> judged("{CRYPT}" + rest);
            case "PLAIN", "CLEARTEXT", "CLEAR" ->
                rest.isEmpty() ? lost("is empty") : new ForeignPassword(Optional.of(rest), "");
            case "PLAIN-MD5", "LDAP-MD5" -> hex(HEX_MD5, "{MD5}", rest);
            case "SHA1" -> judged("{SHA}" + rest);
            case "CRYPT" -> LOCKED.matcher(rest).matches() ? lost("is locked in the old system") : judged(value);
            default -> judged(value);
        };
    }

    private static ForeignPassword bare(String text, String value) {
        if (HEX_MD5.matcher(value).matches()) {
            return hex(HEX_MD5, "{MD5}", value);
        }
        if (HEX_SHA.matcher(value).matches()) {
            return hex(HEX_SHA, "{SHA}", value);
        }
        StoredPassword stored = new StoredPassword(value);
        return stored.use() == StoredPassword.Use.AS_BARE_CRYPT
                ? new ForeignPassword(Optional.of("{CRYPT}" + value), "")
                : judged(text);
    }

    private static ForeignPassword hex(Pattern digits, String scheme, String hash) {
        if (!digits.matcher(hash).matches()) {
            return judged(scheme + hash);
        }
        byte[] bytes = HexFormat.of().parseHex(hash);
        return judged(scheme + new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII));
    }

    private static ForeignPassword judged(String value) {
        StoredPassword stored = new StoredPassword(value);
        return stored.use() == StoredPassword.Use.NOWHERE
                ? lost(stored.limits())
                : new ForeignPassword(Optional.of(value), "");
    }

    private static ForeignPassword lost(String why) {
        return new ForeignPassword(Optional.empty(), why);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "ForeignPassword[" + (value.isPresent() ? "kept" : why) + "]";
    }
}
