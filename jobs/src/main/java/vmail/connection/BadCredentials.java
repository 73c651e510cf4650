package vmail.connection;

import vmail.account.DirectoryUnavailable;

/** The server does not accept bind DN and password; told after one try, so that no account gets locked by retries. */
public final class BadCredentials extends DirectoryUnavailable {

    private static final long serialVersionUID = 1L;

    public BadCredentials(String message) {
        super(message);
    }
}
