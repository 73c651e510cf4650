package vmail.report.html;

import java.util.Collection;

/**
 * How many findings of each kind a page shows: as many as fit when every kind gets the same, so that ten thousand of one kind do not
 * drive out the only one of another. A kind is shown at least once.
 */
record PerKind(long limit) {

    /** @param counts how many findings there are of each kind */
    static PerKind of(Collection<Long> counts, long rows) {
        long low = 1;
        long high = Math.max(1, rows);
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (shown(counts, middle) <= rows) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new PerKind(low);
    }

    private static long shown(Collection<Long> counts, long limit) {
        return counts.stream().mapToLong(count -> Math.min(count, limit)).sum();
    }
}
