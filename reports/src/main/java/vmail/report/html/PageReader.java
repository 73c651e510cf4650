package vmail.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.rule.Effect;

/**
 * Takes from a run what its page shows. Goes through the findings twice: to count them, and to keep some of each kind; a million
 * of them take no memory.
 */
final class PageReader {

    private final RunContents contents;
    private final int rows;
    private final Map<String, Optional<RuleText>> texts = new TreeMap<>();

    PageReader(RunContents contents, int rows) {
        this.contents = contents;
        this.rows = rows;
    }

    Page page() {
        Map<Kind, Long> counts = new LinkedHashMap<>();
        each(finding -> counts.merge(Kind.of(finding), 1L, Long::sum));
        PerKind perKind = PerKind.of(counts.values(), rows);
        Map<Kind, List<Row>> shown = new LinkedHashMap<>();
        Map<Kind, Long> seen = new HashMap<>();
        each(finding -> {
            Kind kind = Kind.of(finding);
            if (seen.merge(kind, 1L, Long::sum) <= perKind.limit()) {
                shown.computeIfAbsent(kind, none -> new ArrayList<>()).add(new Row(finding, explained(finding.rule())));
            }
        });
        return new Page(
                contents.head(),
                sections(counts, shown),
                perKind.limit(),
                EffectBars.of(contents.head()),
                new Trend(contents.trend()),
                AccessTable.of(contents),
                texts.values().stream().flatMap(Optional::stream).toList());
    }

    /** Keeps the text for the end of the page. */
    private boolean explained(String rule) {
        return texts.computeIfAbsent(rule, RuleText::of).isPresent();
    }

    private void each(Consumer<RunFinding> out) {
        contents.findings(out);
        contents.fixed(out);
    }

    private static List<Section> sections(Map<Kind, Long> counts, Map<Kind, List<Row>> shown) {
        List<Section> sections = new ArrayList<>();
        for (Effect effect : Effect.worstFirst()) {
            Section.of(Kind.Place.OPEN, List.of(effect), counts, shown).ifPresent(sections::add);
        }
        Section.of(Kind.Place.ACCEPTED, Effect.worstFirst(), counts, shown).ifPresent(sections::add);
        Section.of(Kind.Place.FIXED, Effect.worstFirst(), counts, shown).ifPresent(sections::add);
        return sections;
    }
}
