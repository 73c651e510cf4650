package vmail.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vmail.rule.Effect;
import vmail.rule.Finding;

/** The steps of one way as they are gone. */
final class Trail {

    private final String title;
    private final Set<Finding> told;
    private final List<Step> steps = new ArrayList<>();

    /** @param told what other ways of the same explanation have told already */
    Trail(String title, Set<Finding> told) {
        this.title = title;
        this.told = told;
    }

    void fine(String asked, String answer) {
        steps.add(new Step(asked, answer, Step.Outcome.FINE, Effect.NONE, List.of()));
    }

    void fault(Effect effect, String asked, String answer, List<Finding> findings) {
        steps.add(new Step(
                asked,
                answer,
                Step.Outcome.FAULT,
                effect,
                findings.stream().filter(told::add).toList()));
    }

    /** A fault with the effect of the worst finding, or the given one where no rule says anything. */
    void faultUnlessJudged(Effect effect, String asked, String answer, List<Finding> findings) {
        fault(findings.isEmpty() ? effect : worst(findings), asked, answer, findings);
    }

    /** A fault with the effect of the worst finding; fine where there is none. */
    void judged(String asked, String answer, List<Finding> findings) {
        if (findings.isEmpty()) {
            fine(asked, answer);
        } else {
            fault(worst(findings), asked, answer, findings);
        }
    }

    void unknown(String asked, String answer) {
        steps.add(new Step(asked, answer, Step.Outcome.UNKNOWN, Effect.NONE, List.of()));
    }

    boolean hasFault() {
        return steps.stream().anyMatch(step -> step.outcome() == Step.Outcome.FAULT);
    }

    Part part() {
        return new Part(title, steps);
    }

    private static Effect worst(List<Finding> findings) {
        Finding worst = findings.get(0);
        for (Finding finding : findings) {
            if (finding.severity().compareTo(worst.severity()) > 0) {
                worst = finding;
            }
        }
        return worst.effect();
    }
}
