package vmail.account;

/** How a clear text password is hashed before it is stored; slapd and Courier both accept either (bind and compare). */
public enum PasswordScheme {
    /** {@code {SSHA}} with a salt of 4 bytes, as slappasswd makes it; Courier does not take a longer salt. */
    SSHA,
    /** {@code {CRYPT}$6$}, crypt(3) with SHA-512: slow on purpose, hence harder to guess, and slower to import. */
    CRYPT_SHA512
}
