package vmail.job;

import vmail.account.PasswordScheme;
import vmail.account.StoredPassword;
import vmail.writer.directory.PasswordPolicy;

/**
 * Passwords as the directory may hold them: clear text is hashed, a bare crypt string gets its scheme.
 *
 * @param scheme how clear text is hashed
 */
public record StoredPasswords(PasswordScheme scheme) implements PasswordPolicy {

    /** A clear text is the same as the hash it verifies against: a hash made anew would have another salt each time. */
    @Override
    public boolean sameAs(String existing, String wanted) {
        StoredPassword password = new StoredPassword(wanted);
        if (password.use() == StoredPassword.Use.AS_CLEAR_TEXT) {
            return new StoredPassword(existing).accepts(wanted);
        }
        return existing.equals(password.storable(scheme));
    }

    @Override
    public String storable(String wanted) {
        return new StoredPassword(wanted).storable(scheme);
    }
}
