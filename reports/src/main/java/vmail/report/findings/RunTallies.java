package vmail.report.findings;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** What a run has any number of: findings by severity, effect and state, people by effect, notes, reasons, facts. */
record RunTallies(JdbcTemplate jdbc, String run) {

    private static final String SEVERITY = "severity";
    private static final String EFFECT = "effect";
    private static final String STATE = "state";
    private static final String OPEN = "open";
    private static final String PEOPLE = "people";
    private static final int LONGEST = 4000;

    /** In place of what was kept before; within the caller's transaction. */
    void keep(RunSummary summary) {
        jdbc.update("delete from run_tally where run_id = ?", run);
        jdbc.update("delete from run_note where run_id = ?", run);
        jdbc.update("delete from run_reason where run_id = ?", run);
        jdbc.update("delete from run_fact where run_id = ?", run);
        summary.findings().forEach((severity, number) -> keep(SEVERITY, severity.name(), number));
        summary.effects().forEach((effect, number) -> keep(EFFECT, effect.name(), number));
        summary.facts()
                .forEach((name, number) ->
                        jdbc.update("insert into run_fact (run_id, name, number) values (?, ?, ?)", run, name, number));
        keepTexts("run_note", summary.notes());
    }

    /** Besides what {@link #keep(RunSummary)} keeps. */
    void keep(RunHead head) {
        Comparison comparison = head.comparison();
        comparison.states().forEach((state, number) -> keep(STATE, state.name(), number));
        comparison.open().forEach((severity, number) -> keep(OPEN, severity.name(), number));
        comparison.people().forEach((effect, number) -> keep(PEOPLE, effect.name(), number));
        keepTexts("run_reason", head.reasons());
    }

    private void keepTexts(String table, List<String> texts) {
        int position = 0;
        for (String each : texts) {
            String text = each.length() <= LONGEST ? each : each.substring(0, LONGEST);
            jdbc.update("insert into " + table + " (run_id, position, text) values (?, ?, ?)", run, position++, text);
        }
    }

    private void keep(String kind, String word, long number) {
        jdbc.update("insert into run_tally (run_id, kind, word, number) values (?, ?, ?, ?)", run, kind, word, number);
    }

    Map<Severity, Long> severities() {
        return read(SEVERITY, Severity.class);
    }

    Map<Effect, Long> effects() {
        return read(EFFECT, Effect.class);
    }

    Map<FindingState, Long> states() {
        return read(STATE, FindingState.class);
    }

    Map<Severity, Long> open() {
        return read(OPEN, Severity.class);
    }

    Map<Effect, Long> people() {
        return read(PEOPLE, Effect.class);
    }

    List<String> notes() {
        return jdbc.queryForList("select text from run_note where run_id = ? order by position", String.class, run);
    }

    List<String> reasons() {
        return jdbc.queryForList("select text from run_reason where run_id = ? order by position", String.class, run);
    }

    Map<String, Long> facts() {
        return numbers("select name, number from run_fact where run_id = ?", run);
    }

    private <E extends Enum<E>> Map<E, Long> read(String kind, Class<E> type) {
        Map<E, Long> numbers = new EnumMap<>(type);
        numbers("select word, number from run_tally where run_id = ? and kind = ?", run, kind)
                .forEach((word, number) -> numbers.put(Enum.valueOf(type, word), number));
        return numbers;
    }

    private Map<String, Long> numbers(String query, Object... arguments) {
        Map<String, Long> numbers = new HashMap<>();
        jdbc.query(
                query,
                row -> {
                    numbers.put(row.getString(1), row.getLong(2));
                },
                arguments);
        return numbers;
    }
}
