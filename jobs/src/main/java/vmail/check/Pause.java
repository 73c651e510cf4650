package vmail.check;

import java.time.Duration;

/** Waits without work, and can be stopped meanwhile. */
final class Pause {

    private static final long SLICE_MILLIS = 50;

    private Pause() {}

    /** @throws StopRequest.Stopped when the run shall end */
    static void until(long nanoTime, Progress progress) {
        try {
            while (System.nanoTime() - nanoTime < 0) {
                progress.step();
                Thread.sleep(SLICE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static long from(Duration duration) {
        return System.nanoTime() + duration.toNanos();
    }
}
