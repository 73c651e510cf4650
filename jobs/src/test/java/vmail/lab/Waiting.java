package vmail.lab;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** For what another process does: it is asked again and again, and given up only after a time that no healthy one needs. */
record Waiting(Duration limit) {

    private static final long PAUSE = Duration.ofMillis(10).toNanos();

    /** What is waited for. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /** What to say when it does not come, read only then. */
    interface Message {
        String text() throws IOException;
    }

    static Waiting atMost(Duration limit) {
        return new Waiting(limit);
    }

    /** @throws AssertionError with the message when it does not hold in time */
    void until(Condition condition, Message otherwise) throws IOException {
        Instant end = Instant.now().plus(limit);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(otherwise.text());
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
