package vmail.check;

import java.util.Arrays;

/** A set of longs, eight bytes each: first filled, then asked. */
final class SortedLongs {

    private long[] values = new long[16];
    private int size;
    private boolean sorted = true;

    void add(long value) {
        if (size == values.length) {
            compact();
            if (size * 4L > values.length * 3L) {
                values = Arrays.copyOf(values, values.length * 2);
            }
        }
        values[size++] = value;
        sorted = false;
    }

    boolean contains(long value) {
        compact();
        return Arrays.binarySearch(values, 0, size, value) >= 0;
    }

    int size() {
        compact();
        return size;
    }

    private void compact() {
        if (sorted) {
            return;
        }
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
        sorted = true;
    }
}
