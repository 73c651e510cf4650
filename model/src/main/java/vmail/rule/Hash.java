package vmail.rule;

/**
 * 64 bits for a string, well mixed: among ten million values two are equal by chance once in 370,000 runs. Whoever uses it looks at the
 * values themselves before saying that two are equal.
 */
public final class Hash {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Hash() {}

    public static long of(String space, String value) {
        long hash = mix(space.hashCode() + STEP);
        for (int i = 0; i < value.length(); i++) {
            hash = (Long.rotateLeft(hash, 27) ^ value.charAt(i)) * STEP;
        }
        return mix(hash ^ value.length());
    }

    /** The finalizer of MurmurHash3: each bit of the input changes half of the bits of the result. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
