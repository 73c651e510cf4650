package vmail.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.Crypt;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.Sha2Crypt;

/**
 * A {@code userPassword} as it stands in a record: who can check it, and what to store of it.
 *
 * <p>What works was tried with slapd 2.5 and Courier's authlib 0.71. The value never leaves by {@link #toString} or {@link #limits}; a
 * value such as {@code {secret}} is clear text of somebody's, so not even an unknown scheme is quoted.
 */
public record StoredPassword(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SCHEME = Pattern.compile("\\{([A-Za-z0-9./_-]+)\\}(.*)", Pattern.DOTALL);
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,}|[0-9A-F]{32,}");
    private static final int SALT = 4;

    /** Where a password works. */
    public enum Use {
        /** By bind and by comparison. */
        EVERYWHERE,
        /** By bind only: Courier with {@code LDAP_AUTHBIND 1}. */
        BY_BIND,
        /** By bind once slapd has loaded a module. */
        WITH_MODULE,
        /** A string of crypt(3) to put {@code {CRYPT}} in front of. */
        AS_BARE_CRYPT,
        /** To be hashed. */
        AS_CLEAR_TEXT,
        /** No password ever fits. */
        NOWHERE
    }

    private record Judged(Use use, String limits) {}

    public Use use() {
        return judged().use();
    }

    /** What is wrong with it or limits it, as the rest of the sentence "userPassword ..."; empty for {@link Use#EVERYWHERE}. */
    public String limits() {
        return judged().limits();
    }

    /** What to store: a hash that works is kept, clear text becomes one, a bare crypt string gets its scheme. */
    public String storable(PasswordScheme scheme) {
        return switch (use()) {
            case AS_BARE_CRYPT -> "{CRYPT}" + value;
            case AS_CLEAR_TEXT -> hashed(scheme);
            case EVERYWHERE, BY_BIND, WITH_MODULE, NOWHERE -> value;
        };
    }

    /**
     * Whether this hash is one of the clear text; false where it can not be computed here (bcrypt, yescrypt, argon2), and for a
     * stored clear text, which shall be replaced by a hash.
     */
    public boolean accepts(String clear) {
        Matcher matcher = SCHEME.matcher(value);
        if (!matcher.matches()) {
            return CryptString.recognisable(value) && acceptsCrypt(value, clear);
        }
        String rest = matcher.group(2);
        return switch (matcher.group(1).toUpperCase(Locale.ROOT)) {
            case "CRYPT" -> acceptsCrypt(rest, clear);
            case "SHA", "SSHA" -> acceptsDigest(DigestUtils.getSha1Digest(), rest, clear);
            case "MD5", "SMD5" -> acceptsDigest(DigestUtils.getMd5Digest(), rest, clear);
            default -> false;
        };
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "StoredPassword[" + use() + "]";
    }

    private Judged judged() {
        if (value.isEmpty()) {
            return new Judged(Use.NOWHERE, "is empty");
        }
        Matcher matcher = SCHEME.matcher(value);
        if (matcher.matches()) {
            return judged(matcher.group(1).toUpperCase(Locale.ROOT), matcher.group(2));
        }
        if (value.startsWith("{")) {
            return new Judged(Use.NOWHERE, "starts with { and has no scheme that slapd knows");
        }
        return CryptString.recognisable(value)
                ? new Judged(Use.AS_BARE_CRYPT, "is a crypt string without a scheme")
                : new Judged(Use.AS_CLEAR_TEXT, "is clear text");
    }

    private static Judged judged(String scheme, String rest) {
        return switch (scheme) {
            case "CRYPT" ->
                CryptString.known(rest)
                        ? new Judged(Use.EVERYWHERE, "")
                        : new Judged(Use.NOWHERE, "is {CRYPT} without a hash that crypt(3) knows");
            case "SHA" -> digest(scheme, rest, 20, false, new Judged(Use.EVERYWHERE, ""));
            case "MD5" -> digest(scheme, rest, 16, false, new Judged(Use.EVERYWHERE, ""));
            case "SSHA" -> ssha(rest);
            case "SMD5" -> digest(scheme, rest, 16, true, byBind("is {SMD5}"));
            case "SHA256" -> digest(scheme, rest, 32, false, withModule(scheme, "pw-sha2"));
            case "SHA384" -> digest(scheme, rest, 48, false, withModule(scheme, "pw-sha2"));
            case "SHA512" -> digest(scheme, rest, 64, false, withModule(scheme, "pw-sha2"));
            case "SSHA256" -> digest(scheme, rest, 32, true, withModule(scheme, "pw-sha2"));
            case "SSHA384" -> digest(scheme, rest, 48, true, withModule(scheme, "pw-sha2"));
            case "SSHA512" -> digest(scheme, rest, 64, true, withModule(scheme, "pw-sha2"));
            case "ARGON2" ->
                rest.startsWith("$argon2")
                        ? withModule(scheme, "argon2")
                        : new Judged(Use.NOWHERE, "is {ARGON2} without a hash");
            case "CLEARTEXT", "PLAIN", "PBKDF2", "PBKDF2-SHA1", "PBKDF2-SHA256", "PBKDF2-SHA512", "SASL", "KERBEROS" ->
                new Judged(Use.NOWHERE, "has the scheme {" + scheme + "}, which neither slapd nor Courier checks here");
            default -> new Judged(Use.NOWHERE, "starts with { and has no scheme that slapd knows");
        };
    }

    private static Judged ssha(String rest) {
        byte[] bytes = decoded(rest);
        Judged safe = new Judged(Use.EVERYWHERE, "");
        int salt = bytes.length - 20;
        return digest(
                "SSHA", rest, 20, true, salt == SALT ? safe : byBind("is {SSHA} with a salt of " + salt + " bytes"));
    }

    private static Judged byBind(String what) {
        return new Judged(Use.BY_BIND, what + ", which Courier can not compare itself");
    }

    private static Judged withModule(String scheme, String module) {
        return new Judged(Use.WITH_MODULE, "is {" + scheme + "}, which slapd checks only with moduleload " + module);
    }

    private static Judged digest(String scheme, String rest, int length, boolean salted, Judged good) {
        if (HEX.matcher(rest).matches()) {
            return new Judged(Use.NOWHERE, "is {" + scheme + "} with hexadecimal digits where base64 belongs");
        }
        int found = decoded(rest).length;
        if (found == 0) {
            return new Judged(Use.NOWHERE, "is {" + scheme + "} without base64 behind it");
        }
        boolean fits = salted ? found > length : found == length;
        return fits ? good : new Judged(Use.NOWHERE, "is {" + scheme + "} of a wrong length");
    }

    /** No bytes when it is not base64. */
    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private String hashed(PasswordScheme scheme) {
        byte[] clear = value.getBytes(StandardCharsets.UTF_8);
        if (scheme == PasswordScheme.CRYPT_SHA512) {
            return "{CRYPT}" + Sha2Crypt.sha512Crypt(clear);
        }
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        MessageDigest sha = DigestUtils.getSha1Digest();
        sha.update(clear);
        byte[] hash = sha.digest(salt);
        byte[] both = Arrays.copyOf(hash, hash.length + SALT);
        System.arraycopy(salt, 0, both, hash.length, SALT);
        return "{SSHA}" + Base64.getEncoder().encodeToString(both);
    }

    private static boolean acceptsCrypt(String hash, String clear) {
        return CryptString.computable(hash) && same(Crypt.crypt(clear, hash), hash);
    }

    private static boolean acceptsDigest(MessageDigest digest, String rest, String clear) {
        byte[] stored = decoded(rest);
        int length = digest.getDigestLength();
        if (stored.length < length) {
            return false;
        }
        digest.update(clear.getBytes(StandardCharsets.UTF_8));
        byte[] hash = digest.digest(Arrays.copyOfRange(stored, length, stored.length));
        return MessageDigest.isEqual(hash, Arrays.copyOf(stored, length));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
