package vmail.report.audit;

/**
 * A set of strings of which only 64 well mixed bits are kept, about 16 bytes each: a million accounts take some 30 MB. Each may have a
 * mark of 64 bits, which doubles that. Two of a million strings are taken for one once in 37 million audits; that hides an orphan
 * and never invents one.
 */
final class PathHashes {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long EMPTY = 0;

    private long[] table = new long[1024];
    private long[] marks = {};
    private int size;

    void add(String value) {
        if (size > table.length / 4 * 3) {
            grow();
        }
        put(hash(value));
    }

    /** Adds it with a mark, in place of one that it has. */
    void mark(String value, long mark) {
        if (marks.length == 0) {
            marks = new long[table.length];
        }
        add(value);
        marks[slot(hash(value))] = mark;
    }

    /** 0 when it is not there, or has none. */
    long markOf(String value) {
        long hash = hash(value);
        int slot = slot(hash);
        return marks.length > 0 && table[slot] == hash ? marks[slot] : 0;
    }

    boolean contains(String value) {
        long hash = hash(value);
        return table[slot(hash)] == hash;
    }

    private void put(long hash) {
        int slot = slot(hash);
        if (table[slot] == EMPTY) {
            table[slot] = hash;
            size++;
        }
    }

    private void grow() {
        long[] old = table;
        long[] oldMarks = marks;
        table = new long[old.length * 2];
        marks = new long[oldMarks.length * 2];
        size = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != EMPTY) {
                put(old[i]);
                if (oldMarks.length > 0) {
                    marks[slot(old[i])] = oldMarks[i];
                }
            }
        }
    }

    /** Where it is, or the empty place where it belongs. */
    private int slot(long hash) {
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != EMPTY && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private static long hash(String value) {
        long hash = STEP;
        for (int i = 0; i < value.length(); i++) {
            hash = (Long.rotateLeft(hash, 27) ^ value.charAt(i)) * STEP;
        }
        long mixed = mix(hash ^ value.length());
        return mixed == EMPTY ? 1 : mixed;
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
