package vmail.writer.directory;

import java.time.Duration;

/**
 * How often and how long to wait for a server that went away; each pause is twice the one before.
 *
 * @param tries at least 1
 */
record Patience(int tries, Duration firstPause) {

    /** A restart of slapd takes some seconds: pauses of 0.5, 1, 2, 4 and 8 s. */
    static final Patience FOR_A_RESTART = new Patience(5, Duration.ofMillis(500));

    /** Waits after the given try, counted from 0; an interrupt ends the wait and stays set. */
    void pause(int tried) {
        try {
            Thread.sleep(firstPause.toMillis() << tried);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
