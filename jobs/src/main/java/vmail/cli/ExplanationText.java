package vmail.cli;

import vmail.explain.Explanation;
import vmail.explain.Part;
import vmail.explain.Step;
import vmail.rule.Effect;
import vmail.rule.Finding;

/** An explanation for people: each way with its steps, what is wrong below the step where it shows, last what it comes to. */
final class ExplanationText {

    private ExplanationText() {}

    static void write(Explanation explanation, Terminal terminal) {
        for (Part part : explanation.parts()) {
            terminal.say(part.title());
            part.steps().forEach(step -> write(step, terminal));
            terminal.say("");
        }
        explanation.conclusion().forEach(terminal::say);
    }

    private static void write(Step step, Terminal terminal) {
        terminal.say("  " + step.asked() + ": " + step.answer() + mark(step));
        for (Finding finding : step.findings()) {
            terminal.say("    %s: [%s] %s: %s. %s."
                    .formatted(
                            finding.severity(), finding.rule(), finding.effect(), finding.message(), finding.remedy()));
        }
    }

    private static String mark(Step step) {
        return switch (step.outcome()) {
            case FINE -> "";
            case FAULT -> "  <-- " + (step.effect() == Effect.NONE ? "fault" : step.effect());
            case UNKNOWN -> "  <-- unknown";
        };
    }
}
