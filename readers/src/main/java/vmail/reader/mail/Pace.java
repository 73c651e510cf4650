package vmail.reader.mail;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets no more than a number of operations happen in a second, evenly: who comes late gains no right to a burst, since mail servers are
 * at work on the same disk. For one thread.
 */
public final class Pace {

    private static final long SECOND = 1_000_000_000L;
    /** Shorter sleeps take longer than they say. Also what a burst can be at most. */
    private static final long SLICE = SECOND / 100;
    /** Names come from the system in blocks. */
    private static final int NAMES_AT_ONCE = 128;

    private final long interval;
    private final Runnable each;
    private final LongSupplier nanoTime;
    private final LongConsumer sleep;
    private long due;
    private long names;

    /**
     * @param perSecond 0 for no limit
     * @param each is run at every operation, and may end the run by an exception
     */
    public Pace(long perSecond, Runnable each) {
        this(perSecond, each, System::nanoTime, LockSupport::parkNanos);
    }

    Pace(long perSecond, Runnable each, LongSupplier nanoTime, LongConsumer sleep) {
        if (perSecond < 0) {
            throw new IllegalArgumentException("operations per second must not be negative: " + perSecond);
        }
        this.interval = perSecond == 0 ? 0 : SECOND / Math.min(perSecond, SECOND);
        this.each = each;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        this.due = nanoTime.getAsLong();
    }

    /** Before each operation. */
    void operation() {
        each.run();
        if (interval == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        due = due - now < 0 ? now + interval : due + interval;
        if (due - now >= SLICE) {
            sleep.accept(due - now);
        }
    }

    /** After each name of a listing. */
    void name() {
        names++;
        if (names % NAMES_AT_ONCE == 0) {
            operation();
        }
    }
}
