package vmail.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vmail.report.render.SummaryText;
import vmail.rule.Effect;

/**
 * Findings that stand together on the page.
 *
 * @param id of the heading, to be linked to
 * @param title a word
 * @param meaning a sentence about it
 * @param total how many there are, shown or not
 */
public record Section(String id, String title, String meaning, long total, List<Row> rows) {

    /** Empty when there is no such finding. */
    static Optional<Section> of(
            Kind.Place place, List<Effect> effects, Map<Kind, Long> counts, Map<Kind, List<Row>> shown) {
        long total = 0;
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Kind, Long> each : counts.entrySet()) {
            Kind kind = each.getKey();
            if (kind.place() == place && effects.contains(kind.effect())) {
                total += each.getValue();
                rows.addAll(shown.getOrDefault(kind, List.of()));
            }
        }
        return total == 0 ? Optional.empty() : Optional.of(of(place, effects.get(0), total, rows));
    }

    private static Section of(Kind.Place place, Effect effect, long total, List<Row> rows) {
        return switch (place) {
            case OPEN ->
                new Section(
                        "effect-" + effect.name().toLowerCase(Locale.ROOT),
                        effect.name(),
                        SummaryText.meaning(effect),
                        total,
                        rows);
            case ACCEPTED ->
                new Section("accepted", "Accepted", "somebody has decided to live with it, until a day", total, rows);
            case FIXED ->
                new Section("fixed", "Fixed", "seen by the last conclusive audit, and not by this one", total, rows);
        };
    }

    public boolean isFixed() {
        return id.equals("fixed");
    }

    /** How many are not on the page. */
    public long left() {
        return total - rows.size();
    }
}
