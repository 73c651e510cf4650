package vmail.check;

import vmail.account.Origin;
import vmail.account.SourceLine;

/** A set of records, told by source and first line. */
final class RecordLines {

    private final SortedLongs keys = new SortedLongs();

    /** @param source the number of the source in the order of the command line */
    void add(int source, long line) {
        keys.add(key(source, line));
    }

    boolean contains(int source, long line) {
        return keys.contains(key(source, line));
    }

    int size() {
        return keys.size();
    }

    static long lineOf(Origin origin) {
        return origin instanceof SourceLine place ? place.line() : 0;
    }

    private static long key(int source, long line) {
        return ((long) source << 48) | line;
    }
}
