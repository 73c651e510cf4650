package vmail.connection;

/** The settings would give a password away, so nothing is done with them. */
public final class UnsafeSettings extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is unsafe and what to do */
    public UnsafeSettings(String message) {
        super(message);
    }
}
