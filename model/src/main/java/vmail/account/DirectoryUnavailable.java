package vmail.account;

/**
 * The directory can not be used as a whole, so the run stops; the same command continues later.
 *
 * <p>Has no cause on purpose: an exception of the SDK can hold a password, see {@link LdapText}.
 */
public class DirectoryUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what, where and what to do */
    public DirectoryUnavailable(String message) {
        super(message);
    }
}
