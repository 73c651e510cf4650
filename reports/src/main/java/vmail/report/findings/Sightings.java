package vmail.report.findings;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.JdbcTemplate;

/** When each finding of a scope was seen, by conclusive audits only. */
record Sightings(JdbcTemplate jdbc) {

    /** What the run has seen twice it has seen once. */
    private static final String MERGE = "merge into sighting s using (select distinct fingerprint from finding"
            + " where run_id = ? and position >= ? and position < ?) f"
            + " on s.scope = ? and s.fingerprint = f.fingerprint"
            + " when matched and s.last_run <> ? then update set"
            + " previous_run = s.last_run, last_run = ?, last_seen = ?, nights = s.nights + 1"
            + " when not matched then insert"
            + " (scope, fingerprint, first_seen, last_seen, nights, last_run, previous_run)"
            + " values (?, f.fingerprint, ?, ?, 1, ?, '')";

    void add(Night night) {
        String run = night.run().id();
        OffsetDateTime started = RunRow.at(night.started());
        new FindingRanges(jdbc, run)
                .forEach((from, to) -> jdbc.update(
                        MERGE, run, from, to, night.scope(), run, run, started, night.scope(), started, started, run));
    }
}
