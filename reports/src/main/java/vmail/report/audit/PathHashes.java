package vmail.report.audit;

/**
 * A set of strings of which only 64 well mixed bits are kept, about 16 bytes each: a million accounts with their subscriptions take
 * some 30 MB. Two of a million strings are taken for one once in 37 million audits; that hides an orphan and never invents one.
 */
final class PathHashes {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long EMPTY = 0;

    private long[] table = new long[1024];
    private int size;

    void add(String value) {
        if (size > table.length / 4 * 3) {
            grow();
        }
        put(hash(value));
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
        table = new long[old.length * 2];
        size = 0;
        for (long hash : old) {
            if (hash != EMPTY) {
                put(hash);
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
