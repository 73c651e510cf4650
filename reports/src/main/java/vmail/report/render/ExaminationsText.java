package vmail.report.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vmail.rule.Effect;
import vmail.rule.Examination;
import vmail.rule.Examination.Verdict;
import vmail.rule.Finding;

/**
 * What {@code vmail doctor} has seen, a line for each check and one for each problem, for people. Checks that nobody asked for
 * share a line.
 */
public record ExaminationsText(List<Examination> examinations) {

    private static final Map<Effect, String> COSTS = Map.of(
            Effect.BOUNCED, "it is refused or bounces",
            Effect.DEFERRED, "it waits in the queue",
            Effect.LOST, "it is accepted and lost",
            Effect.UNSEEN, "it is not shown where it should be",
            Effect.LEAKED, "others can read what they should not",
            Effect.NOLOGIN, "people can not log in",
            Effect.DOUBLE, "it arrives twice",
            Effect.NONE, "nothing, for now");

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Examination each : examinations) {
            switch (each.verdict()) {
                case OK, UNKNOWN -> lines.add(line(each.verdict(), each.rule().id(), each.text()));
                case PROBLEM ->
                    each.findings().forEach(finding -> lines.add("%-8s %s".formatted(Verdict.PROBLEM, text(finding))));
                case SKIPPED -> {
                    // below, together
                }
            }
        }
        skipped()
                .forEach(
                        (why, ids) -> lines.add("%-8s %s: %s".formatted(Verdict.SKIPPED, String.join(", ", ids), why)));
        lines.add("");
        lines.add(summary());
        return lines.stream().map(InertText::of).toList();
    }

    private static String line(Verdict verdict, String id, String text) {
        return "%-8s %-30s %s".formatted(verdict, id, text);
    }

    private static String text(Finding finding) {
        return finding + " In mail: " + COSTS.get(finding.effect()) + " (" + finding.effect() + ").";
    }

    private Map<String, List<String>> skipped() {
        return examinations.stream()
                .filter(each -> each.verdict() == Verdict.SKIPPED)
                .collect(Collectors.groupingBy(
                        Examination::text,
                        TreeMap::new,
                        Collectors.mapping(each -> each.rule().id(), Collectors.toList())));
    }

    private String summary() {
        String figures = Arrays.stream(Verdict.values())
                .map(verdict -> count(verdict) + " " + verdict)
                .collect(Collectors.joining(", "));
        List<String> unknown = examinations.stream()
                .filter(each -> each.verdict() == Verdict.UNKNOWN)
                .map(each -> each.rule().id())
                .distinct()
                .toList();
        return unknown.isEmpty() ? figures : figures + ". Nothing is said about " + String.join(", ", unknown) + ".";
    }

    private long count(Verdict verdict) {
        return examinations.stream().filter(each -> each.verdict() == verdict).count();
    }
}
