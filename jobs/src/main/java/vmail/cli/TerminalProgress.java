package vmail.cli;

import java.time.Duration;
import vmail.check.Progress;
import vmail.check.StopRequest;

/** Tells a person how far a run is, with rate and time left; silent where nobody looks. */
final class TerminalProgress implements Progress {

    private static final long EVERY_NANOS = 500_000_000L;
    private static final int LOOK_AT_CLOCK_EVERY = 64;

    private final Terminal terminal;
    private final StopRequest stop;
    private String phase = "";
    private long total;
    private long done;
    private long started;
    private long lastShown;
    private boolean shown;

    TerminalProgress(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void phase(String name, long steps) {
        clear();
        phase = name;
        total = steps;
        done = 0;
        started = System.nanoTime();
        lastShown = started;
    }

    @Override
    public void step() {
        stop.check();
        done++;
        if (terminal.interactive() && done % LOOK_AT_CLOCK_EVERY == 0) {
            long now = System.nanoTime();
            if (now - lastShown >= EVERY_NANOS) {
                lastShown = now;
                show(now);
            }
        }
    }

    /** Removes the line, so that what is printed next starts at the left. */
    void clear() {
        if (shown) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            shown = false;
        }
    }

    private void show(long now) {
        double rate = done / ((now - started) / 1e9);
        String line = total == 0
                ? "%s: %,d (%,.0f/s)".formatted(phase, done, rate)
                : "%s: %,d of %,d (%,.0f/s, %s left)".formatted(phase, done, total, rate, left(rate));
        terminal.err().print("\r" + line + "\u001b[K");
        terminal.err().flush();
        shown = true;
    }

    private String left(double rate) {
        Duration left = Duration.ofSeconds(Math.round(Math.max(0, total - done) / Math.max(rate, 0.001)));
        return left.toHours() > 0
                ? "%d h %02d min".formatted(left.toHours(), left.toMinutesPart())
                : "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
    }
}
