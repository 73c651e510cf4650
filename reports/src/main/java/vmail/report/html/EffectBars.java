package vmail.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vmail.report.render.SummaryText;
import vmail.report.run.RunHead;
import vmail.rule.Effect;

/** The chart of findings by effect, worst first: a line of text and a bar for each. */
public record EffectBars(List<Bar> bars) {

    private static final int LINE = 44;
    private static final int TEXT = 16;

    /**
     * @param y of its text, in pixels
     * @param width of the whole, in per cent
     */
    public record Bar(Effect effect, String meaning, long findings, long people, int y, String width) {

        public String label() {
            return effect.name() + " " + findings;
        }
    }

    static EffectBars of(RunHead head) {
        long most = head.run().effects().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (Effect effect : Effect.worstFirst()) {
            long findings = head.run().effects().getOrDefault(effect, 0L);
            if (findings > 0) {
                bars.add(new Bar(
                        effect,
                        SummaryText.meaning(effect),
                        findings,
                        head.comparison().people().getOrDefault(effect, 0L),
                        bars.size() * LINE + TEXT,
                        String.format(Locale.ROOT, "%.2f%%", Math.max(0.5, 100.0 * findings / most))));
            }
        }
        return new EffectBars(bars);
    }

    public int height() {
        return bars.size() * LINE;
    }

    /** The chart in a sentence. */
    public String text() {
        List<String> parts = new ArrayList<>();
        bars.forEach(bar -> parts.add(bar.label() + ", " + bar.meaning()));
        return String.join("; ", parts);
    }
}
