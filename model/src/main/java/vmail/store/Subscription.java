package vmail.store;

import java.nio.file.Path;

/**
 * A line of a person's {@code shared-maildirs}, as {@code maildirmake --add NICK=MAILDIR D} writes it: nick, TAB, path. The
 * file is 0644.
 *
 * @param path the file {@code shared-maildirs} in the person's maildir
 * @param maildir the sharable maildir, absolute
 */
public record Subscription(Path path, String nick, Path maildir) implements StoreItem {

    /** Without the line end. */
    public String line() {
        return nick + "\t" + maildir;
    }
}
