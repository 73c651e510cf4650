package vmail.writer.configuration;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** A password as {@code {SSHA}}, which slapd can compare without a module. */
final class SaltedHash {

    /** As slappasswd(8) makes it; Courier can compare no other length. */
    private static final int SALT = 4;

    private SaltedHash() {}

    static String of(Secret password) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] clear = password.bytes();
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(clear);
            byte[] digest = sha1.digest(salt);
            byte[] stored = Arrays.copyOf(digest, digest.length + SALT);
            System.arraycopy(salt, 0, stored, digest.length, SALT);
            return "{SSHA}" + Base64.getEncoder().encodeToString(stored);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
