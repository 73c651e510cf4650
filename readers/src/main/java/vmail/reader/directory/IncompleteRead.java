package vmail.reader.directory;

/**
 * Not everything that was asked for could be read, so nothing may be said about what is absent.
 *
 * <p>Has no cause on purpose: an exception of the SDK can hold a password, see {@link vmail.account.LdapText}.
 */
public final class IncompleteRead extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what was read, why it is not all, and what to do */
    public IncompleteRead(String message) {
        super(message);
    }
}
