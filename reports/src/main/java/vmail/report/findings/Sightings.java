package vmail.report.findings;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.JdbcTemplate;

/** When each finding of a scope was seen, by conclusive audits only. */
record Sightings(JdbcTemplate jdbc) {

    private static final String MERGE = "merge into sighting s"
            + " using (select distinct fingerprint from finding where run_id = ?) f"
            + " on s.scope = ? and s.fingerprint = f.fingerprint"
            + " when matched then update set"
            + " previous_run = s.last_run, last_run = ?, last_seen = ?, nights = s.nights + 1"
            + " when not matched then insert"
            + " (scope, fingerprint, first_seen, last_seen, nights, last_run, previous_run)"
            + " values (?, f.fingerprint, ?, ?, 1, ?, '')";

    void add(Night night) {
        String run = night.run().id();
        OffsetDateTime started = RunRow.at(night.started());
        jdbc.update(MERGE, run, night.scope(), run, started, night.scope(), started, started, run);
    }
}
