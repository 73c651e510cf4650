package vmail.job;

import java.util.List;
import java.util.function.Consumer;
import vmail.writer.repair.Change;
import vmail.writer.repair.Journal;

/** A run that makes changes which are known from the beginning. */
public final class ChangeRun {

    /**
     * Some that belong together, each to be made only when the one before it met no conflict.
     *
     * @param reason for the journal, of no others
     */
    public record Wanted(String reason, List<Change> changes) {

        public Wanted {
            changes = List.copyOf(changes);
        }

        List<List<Change>> stages() {
            return changes.stream().map(List::of).toList();
        }
    }

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
