package vmail.check;

/** Told how a run goes on; also the place where a run may stop. */
public interface Progress {

    /** @param total the number of steps to come, or 0 when it is not known */
    void phase(String name, long total);

    /**
     * One record or account is done.
     *
     * @throws StopRequest.Stopped when the run shall end
     */
    void step();
}
