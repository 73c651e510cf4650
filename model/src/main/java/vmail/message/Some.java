package vmail.message;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import vmail.account.DiskPath;

/**
 * How many things of a kind there are, and the first few of them.
 *
 * @param first by name, relative to the maildir; the same ones whatever the order in which a file system lists them
 */
public record Some(long count, List<Path> first) {

    /** So many names are given. */
    public static final int NAMED = 3;

    public Some {
        first = List.copyOf(first);
    }

    /** {@code a, b, c and 497 more}. */
    public String names() {
        String names = first.stream().map(name -> new DiskPath(name).toString()).collect(Collectors.joining(", "));
        long more = count - first.size();
        return more == 0 ? names : names + " and " + more + " more";
    }
}
