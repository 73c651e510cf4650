package vmail.check;

/** Whether the run shall end at the next safe point, because a signal came. */
public final class StopRequest {

    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    /** @throws Stopped when requested */
    public void check() {
        if (requested) {
            throw new Stopped();
        }
    }

    public boolean requested() {
        return requested;
    }

    /** The run ends here; the same command continues it. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped by a signal; run the same command again to continue", null, false, false);
        }
    }
}
