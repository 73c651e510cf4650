package vmail.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vmail.repair.RepairLog;
import vmail.repair.RepairOptions;
import vmail.writer.repair.Journal;

/** What the steps of a job share that repairs, or takes repairs back. */
public final class RepairRun {

    private final JobRun job;
    private final RepairOptions options;
    private final Optional<Journal> journal;
    private final String id;
    private final Instant now;
    private final RepairLog log;
    private List<String> notes = List.of();
    private long conflicts;

    /**
     * @param journal none for a dry run
     * @param id of the run
     */
    public RepairRun(
            JobRun job, RepairOptions options, Optional<Journal> journal, String id, Instant now, RepairLog log) {
        this.job = job;
        this.options = options;
        this.journal = journal;
        this.id = id;
        this.now = now;
        this.log = log;
    }

    JobRun job() {
        return job;
    }

    RepairOptions options() {
        return options;
    }

    Optional<Journal> journal() {
        return journal;
    }

    String id() {
        return id;
    }

    Instant now() {
        return now;
    }

    RepairLog log() {
        return log;
    }

    /** Sentences for the end of the report. */
    public List<String> notes() {
        return notes;
    }

    /** Findings that were not repaired, because something stood otherwise than a moment ago. */
    public long conflicts() {
        return conflicts;
    }

    void conflicts(long count) {
        conflicts = count;
    }

    void notes(String... sentences) {
        notes = List.of(sentences);
    }
}
