package vmail.report.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vmail.report.run.Changes;
import vmail.report.run.Comparison;
import vmail.report.run.Counts;
import vmail.report.run.FindingState;
import vmail.report.run.RunSummary;
import vmail.rule.Effect;
import vmail.rule.Severity;

/** The figures of a run as lines; each line only where the command has something to say about it. */
public record SummaryText(RunSummary run) {

    /** Not yet safe for a terminal. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title());
        run.counts().ifPresent(counts -> addCounts(lines, counts));
        run.changes().ifPresent(changes -> lines.add("directory: " + (run.isPlan() ? plan(changes) : done(changes))));
        if (run.makesStores()) {
            lines.add((run.isPlan() ? "stores: would make " : "stores: made ") + run.madeStores());
        }
        run.verdict().ifPresent(verdict -> lines.add("audit: " + verdict + ", checked " + run.checked()));
        lines.add("findings: " + findings(run.findings()));
        run.effects().forEach((effect, count) -> {
            if (count > 0) {
                lines.add("  " + heading(effect, count));
            }
        });
        run.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    /** Commands that keep no run have no id to look it up by. */
    private String title() {
        return run.id().isEmpty()
                ? run.command() + ": " + run.state()
                : "run " + run.id() + ": " + run.command() + ", " + run.state();
    }

    private static void addCounts(List<String> lines, Counts counts) {
        counts.mustAddUp();
        lines.add(counts.sum());
        lines.add("with %d aliases and %d domains".formatted(counts.aliases(), counts.domains()));
    }

    private static String done(Changes changes) {
        return "added %d, changed %d, unchanged %d, refused %d"
                .formatted(changes.added(), changes.changed(), changes.unchanged(), changes.refused());
    }

    private static String plan(Changes changes) {
        return "would add %d, change %d, leave %d as they are"
                .formatted(changes.added(), changes.changed(), changes.unchanged());
    }

    /** {@code 2 errors, 1 note}. */
    public static String findings(Map<Severity, Long> findings) {
        List<String> words = severities(findings);
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    /** {@code 2 errors} and {@code 1 note}: of each severity that there is, the worst first. */
    public static List<String> severities(Map<Severity, Long> findings) {
        List<String> words = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            long count = findings.getOrDefault(severity, 0L);
            if (count > 0) {
                words.add(count + " " + severity + (count == 1 ? "" : "s"));
            }
        }
        return words;
    }

    /** {@code 1 new} and {@code 4 standing}: of each state that findings are in. */
    public static List<String> states(Comparison comparison) {
        return Arrays.stream(FindingState.values())
                .filter(state -> comparison.in(state) > 0)
                .map(state -> comparison.in(state) + " " + state)
                .toList();
    }

    /** {@code LOST 2: mail is accepted and no reader can reach it}. */
    static String heading(Effect effect, long count) {
        return effect.name() + " " + count + ": " + meaning(effect);
    }

    /** What happens to mail, in a sentence. */
    public static String meaning(Effect effect) {
        return switch (effect) {
            case BOUNCED -> "mail is refused and the sender is told";
            case DEFERRED -> "mail waits in the queue and bounces after some days";
            case LOST -> "mail is accepted and no reader can reach it";
            case UNSEEN -> "mail exists, not shown where expected";
            case LEAKED -> "somebody else can read the mail";
            case NOLOGIN -> "the owner can not log in";
            case DOUBLE -> "mail is delivered more than once";
            case NONE -> "nothing happens to mail, for now";
        };
    }
}
