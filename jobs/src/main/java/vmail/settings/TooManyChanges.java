package vmail.settings;

/** So much would change that something else may be wrong: a mail base that is not mounted, a directory or a file that lost its entries. Nothing was done. */
public final class TooManyChanges extends Exception {

    private static final long serialVersionUID = 1L;

    TooManyChanges(String message) {
        super(message);
    }
}
