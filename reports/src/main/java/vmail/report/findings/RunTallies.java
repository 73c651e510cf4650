package vmail.report.findings;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** What a run has any number of: findings by severity and by effect, notes. */
record RunTallies(JdbcTemplate jdbc, String run) {

    private static final String SEVERITY = "severity";
    private static final String EFFECT = "effect";
    private static final int LONGEST = 4000;

    /** In place of what was kept before; within the caller's transaction. */
    void keep(RunSummary summary) {
        jdbc.update("delete from run_tally where run_id = ?", run);
        jdbc.update("delete from run_note where run_id = ?", run);
        summary.findings().forEach((severity, number) -> keep(SEVERITY, severity.name(), number));
        summary.effects().forEach((effect, number) -> keep(EFFECT, effect.name(), number));
        int position = 0;
        for (String note : summary.notes()) {
            String text = note.length() <= LONGEST ? note : note.substring(0, LONGEST);
            jdbc.update("insert into run_note (run_id, position, text) values (?, ?, ?)", run, position++, text);
        }
    }

    private void keep(String kind, String word, long number) {
        jdbc.update("insert into run_tally (run_id, kind, word, number) values (?, ?, ?, ?)", run, kind, word, number);
    }

    Map<Severity, Long> severities() {
        Map<Severity, Long> severities = new EnumMap<>(Severity.class);
        read(SEVERITY).forEach((word, number) -> severities.put(Severity.valueOf(word), number));
        return severities;
    }

    Map<Effect, Long> effects() {
        Map<Effect, Long> effects = new EnumMap<>(Effect.class);
        read(EFFECT).forEach((word, number) -> effects.put(Effect.valueOf(word), number));
        return effects;
    }

    List<String> notes() {
        return jdbc.queryForList("select text from run_note where run_id = ? order by position", String.class, run);
    }

    private Map<String, Long> read(String kind) {
        Map<String, Long> numbers = new HashMap<>();
        jdbc.query(
                "select word, number from run_tally where run_id = ? and kind = ?",
                row -> {
                    numbers.put(row.getString("word"), row.getLong("number"));
                },
                run,
                kind);
        return numbers;
    }
}
