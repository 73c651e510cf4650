package vmail.report.findings;

import java.sql.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** Counts the findings of a run as they stand against the nights before. */
record NightFigures(JdbcTemplate jdbc, Night night) {

    private static final String JOINS = " from finding f"
            + " left join sighting s on s.scope = ? and s.fingerprint = f.fingerprint"
            + " left join acceptance a on a.fingerprint = f.fingerprint";

    /** Whom each effect concerns; distinct in a query of its own, which H2 does on disk. */
    private static final String WHOM =
            "(select distinct %s case when dn = '' then place else dn end whom from finding where run_id = ? and effect <> 'NONE')";

    Comparison comparison() {
        Map<FindingState, Long> states = new EnumMap<>(FindingState.class);
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        countStates(states, open);
        if (night.isConclusive() && fixed() > 0) {
            states.put(FindingState.FIXED, fixed());
        }
        return new Comparison(
                night.isConclusive(),
                states,
                open,
                number("select count(*) from " + WHOM.formatted("") + " where whom <> ''"),
                people(),
                number("select coalesce(sum(messages), 0) from finding where run_id = ?"));
    }

    private void countStates(Map<FindingState, Long> states, Map<Severity, Long> open) {
        jdbc.query(
                "select f.severity, s." + night.standingColumn() + " = ? and ? <> '' as standing,"
                        + " a.until >= ? as accepted, count(*) as number" + JOINS
                        + " where f.run_id = ? group by f.severity, standing, accepted",
                row -> {
                    FindingState state = night.state(
                            row.getBoolean("standing"), row.getBoolean("accepted"), row.getObject("accepted") != null);
                    long number = row.getLong("number");
                    states.merge(state, number, Long::sum);
                    if (state != FindingState.ACCEPTED) {
                        open.merge(Severity.of(row.getString("severity")), number, Long::sum);
                    }
                },
                night.before(),
                night.before(),
                Date.valueOf(night.today()),
                night.scope(),
                night.run().id());
    }

    private long fixed() {
        return number(
                "select count(*) from finding f"
                        + " join sighting s on s.scope = ? and s.fingerprint = f.fingerprint and s.last_run = f.run_id"
                        + " where f.run_id = ?",
                night.scope(),
                night.before());
    }

    private Map<Effect, Long> people() {
        Map<Effect, Long> people = new EnumMap<>(Effect.class);
        jdbc.query(
                "select effect, count(*) as number from " + WHOM.formatted("effect,")
                        + " where whom <> '' group by effect",
                row -> {
                    people.put(Effect.valueOf(row.getString("effect")), row.getLong("number"));
                },
                night.run().id());
        return people;
    }

    private long number(String query) {
        return number(query, night.run().id());
    }

    private long number(String query, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(query, Long.class, arguments));
    }
}
