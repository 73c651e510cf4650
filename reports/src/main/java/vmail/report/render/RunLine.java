package vmail.report.render;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vmail.report.run.Acceptance;
import vmail.report.run.Changes;
import vmail.report.run.Comparison;
import vmail.report.run.Counts;
import vmail.report.run.FindingState;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;
import vmail.rule.Mending;
import vmail.rule.Severity;

/** A line of a run file as the value it was written from; what is wrong in it is an {@link IllegalArgumentException}. */
record RunLine(JsonLine line) {

    RunHead head() {
        RunSummary run = new RunSummary(
                line.text("run"),
                line.text("command"),
                line.text("state"),
                time("started"),
                line.has("ended") ? Optional.of(time("ended")) : Optional.empty(),
                line.has("read") ? Optional.of(counts()) : Optional.empty(),
                line.has("added") ? Optional.of(changes()) : Optional.empty(),
                line.optionalText("verdict"),
                line.numberOrNone("checked"),
                line.numberOrNone("made"),
                withoutNone(enums("severities", Severity.class, Severity::of)),
                enums("effects", Effect.class, Effect::valueOf),
                line.texts("notes"),
                line.optionalText("scope").orElse(""),
                line.numbers("facts"));
        return new RunHead(run, line.texts("reasons"), comparison(line.isTrue("conclusive")));
    }

    /** Severities without findings are written, too, and not in the value. */
    private static Map<Severity, Long> withoutNone(Map<Severity, Long> severities) {
        severities.values().removeIf(count -> count == 0);
        return severities;
    }

    private Counts counts() {
        return new Counts(
                line.number("read"),
                line.number("accounts"),
                line.number("shared"),
                line.number("aliases"),
                line.number("domains"),
                line.number("rejected"),
                line.number("skipped"),
                line.number("lost"));
    }

    private Changes changes() {
        return new Changes(
                line.number("added"), line.number("changed"), line.number("unchanged"), line.number("refused"));
    }

    private Comparison comparison(boolean conclusive) {
        return new Comparison(
                conclusive,
                enums("states", FindingState.class, FindingState::of),
                enums("open", Severity.class, Severity::of),
                line.number("affected"),
                enums("people", Effect.class, Effect::valueOf),
                line.number("messages"));
    }

    RunFinding finding() {
        return new RunFinding(
                line.text("id"),
                line.text("rule"),
                Severity.of(line.text("severity")),
                Effect.valueOf(line.text("effect")),
                Mending.valueOf(line.text("mending").toUpperCase(Locale.ROOT).replace('-', '_')),
                line.text("origin"),
                line.text("dn"),
                line.text("place"),
                line.text("about"),
                line.text("message"),
                line.text("remedy"),
                line.number("messages"),
                line.text("modifiedBy"),
                line.has("modifiedAt") ? Optional.of(time("modifiedAt")) : Optional.empty(),
                FindingState.of(line.text("state")),
                time("firstSeen"),
                time("lastSeen"),
                line.number("nights"),
                line.has("acceptance")
                        ? Optional.of(new RunLine(line.object("acceptance")).acceptance())
                        : Optional.empty());
    }

    private Acceptance acceptance() {
        return new Acceptance(line.text("reason"), parsed("until", LocalDate::parse), line.text("by"), time("since"));
    }

    FolderAccess access() {
        return new FolderAccess(line.text("folder"), line.number("readers"), line.texts("people"));
    }

    TrendPoint trendPoint() {
        return new TrendPoint(
                line.text("run"), time("started"), comparison(true), enums("effects", Effect.class, Effect::valueOf));
    }

    private <E extends Enum<E>> Map<E, Long> enums(String name, Class<E> type, Function<String, E> of) {
        Map<E, Long> numbers = new EnumMap<>(type);
        line.numbers(name).forEach((word, number) -> numbers.put(of.apply(word), number));
        return numbers;
    }

    private Instant time(String name) {
        return parsed(name, Instant::parse);
    }

    private <T> T parsed(String name, Function<String, T> parse) {
        try {
            return parse.apply(line.text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time in " + name, e);
        }
    }
}
