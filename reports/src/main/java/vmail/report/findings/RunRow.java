package vmail.report.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import vmail.report.run.Changes;
import vmail.report.run.Counts;
import vmail.report.run.RunSummary;

/** A run as a row of its table, and back. */
record RunRow(RunTallies tallies) implements RowMapper<RunSummary> {

    /** The values in the order of the table's columns. */
    static Object[] of(RunSummary run) {
        List<Object> row = new ArrayList<>(List.of(run.id(), run.command(), run.state(), at(run.started())));
        row.addAll(orNulls(1, run.ended().map(ended -> List.of(at(ended)))));
        row.addAll(orNulls(
                8,
                run.counts()
                        .map(counts -> List.of(
                                counts.read(),
                                counts.accounts(),
                                counts.shared(),
                                counts.aliases(),
                                counts.domains(),
                                counts.rejected(),
                                counts.skipped(),
                                counts.lost()))));
        row.addAll(orNulls(
                4,
                run.changes()
                        .map(changes ->
                                List.of(changes.added(), changes.changed(), changes.unchanged(), changes.refused()))));
        row.addAll(orNulls(1, run.verdict().map(List::of)));
        row.add(run.checked());
        row.add(run.madeStores());
        row.add(run.scope());
        return row.toArray();
    }

    static List<?> orNulls(int columns, Optional<? extends List<?>> values) {
        return values.isPresent() ? values.get() : Collections.nCopies(columns, null);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public RunSummary mapRow(ResultSet row, int number) throws SQLException {
        return new RunSummary(
                row.getString("id"),
                row.getString("command"),
                row.getString("state"),
                instant(row, "started"),
                Optional.ofNullable(row.getObject("ended", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                counts(row),
                changes(row),
                Optional.ofNullable(row.getString("verdict")),
                row.getLong("checked"),
                row.getLong("made_stores"),
                tallies.severities(),
                tallies.effects(),
                tallies.notes(),
                row.getString("scope"),
                tallies.facts());
    }

    private static Optional<Counts> counts(ResultSet row) throws SQLException {
        if (row.getObject("records_read") == null) {
            return Optional.empty();
        }
        return Optional.of(new Counts(
                row.getLong("records_read"),
                row.getLong("accounts"),
                row.getLong("shared"),
                row.getLong("aliases"),
                row.getLong("domains"),
                row.getLong("rejected"),
                row.getLong("skipped"),
                row.getLong("lost")));
    }

    private static Optional<Changes> changes(ResultSet row) throws SQLException {
        if (row.getObject("added") == null) {
            return Optional.empty();
        }
        return Optional.of(new Changes(
                row.getLong("added"), row.getLong("changed"), row.getLong("unchanged"), row.getLong("refused")));
    }
}
