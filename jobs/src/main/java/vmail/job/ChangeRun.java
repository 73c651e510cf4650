package vmail.job;

import java.util.List;
import java.util.function.Consumer;
import vmail.writer.repair.Change;
import vmail.writer.repair.Journal;

/** A run that makes changes which are known from the beginning. */
public final class ChangeRun {

    /**
     * One of them.
     *
     * @param reason for the journal; in a run that can be continued, of no other
     */
    public record Wanted(String reason, Change change) {}

    private final JobRun job;
    private final List<Wanted> wanted;
    private final Journal journal;
    private final Consumer<String> told;
    private long done;
    private long conflicts;

    /**
     * @param journal of this run, which can be undone, too
     * @param told what is done, in words not yet safe for a terminal
     */
    public ChangeRun(JobRun job, List<Wanted> wanted, Journal journal, Consumer<String> told) {
        this.job = job;
        this.wanted = List.copyOf(wanted);
        this.journal = journal;
        this.told = told;
    }

    JobRun job() {
        return job;
    }

    List<Wanted> wanted() {
        return wanted;
    }

    Journal journal() {
        return journal;
    }

    void say(String line) {
        told.accept(line);
    }

    void countDone() {
        done++;
    }

    void countConflict() {
        conflicts++;
    }

    public long done() {
        return done;
    }

    /** Changes that were left out, because what stands there is not what they start from. */
    public long conflicts() {
        return conflicts;
    }
}
