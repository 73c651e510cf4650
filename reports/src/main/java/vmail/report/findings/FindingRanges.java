package vmail.report.findings;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goes through the findings of a run some thousand at a time, by the primary key. H2 would first put the whole answer of one
 * query into a file.
 */
record FindingRanges(JdbcTemplate jdbc, String run) {

    private static final int RANGE = 2000;

    /** What is done with the findings from one position up to another, which is not meant any more. */
    interface Step {
        void work(long from, long to);
    }

    void forEach(Step step) {
        long end = Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(max(position) + 1, 0) from finding where run_id = ?", Long.class, run));
        for (long from = 0; from < end; from += RANGE) {
            step.work(from, from + RANGE);
        }
    }
}
