package vmail.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What a sound store is like, as one number: the walk over the disk computes it from what is there, the audit from what the directory
 * wants. Where the two are equal nothing needs to be looked at again, and nothing of a million maildirs needs to be kept but
 * eight bytes each.
 */
public final class StoreMarks {

    /** Of what is not as it must be, or was not looked at; equal to no other mark. */
    public static final long NONE = 0;

    private static final long SOUND = 1;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private StoreMarks() {}

    /** Of a folder or sharable maildir that is as maildirmake(1) makes it. */
    public static long sound() {
        return SOUND;
    }

    /** Of a person's maildir that is sound inside, too, and whose {@code shared-maildirs} has these lines in any order. */
    public static long maildir(List<String> lines) {
        long sum = SOUND;
        for (String line : lines) {
            sum += hash(line);
        }
        return sum == NONE ? SOUND : sum;
    }

    /** Of a link. */
    public static long link(Path target) {
        return hash(target.toString());
    }

    private static long hash(String text) {
        long hash = STEP;
        for (int i = 0; i < text.length(); i++) {
            hash = (Long.rotateLeft(hash, 27) ^ text.charAt(i)) * STEP;
        }
        hash ^= hash >>> 32;
        return hash == NONE ? SOUND : hash;
    }
}
