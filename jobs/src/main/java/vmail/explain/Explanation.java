package vmail.explain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The whole answer to a question.
 *
 * @param conclusion what it comes to, one sentence a line
 */
public record Explanation(Question question, List<Part> parts, List<String> conclusion) {

    public Explanation {
        parts = List.copyOf(parts);
        conclusion = List.copyOf(conclusion);
    }

    public boolean hasFault() {
        return steps().anyMatch(step -> step.outcome() == Step.Outcome.FAULT);
    }

    /** Whether something could not be seen. */
    public boolean isInconclusive() {
        return steps().anyMatch(step -> step.outcome() == Step.Outcome.UNKNOWN);
    }

    private Stream<Step> steps() {
        return parts.stream().flatMap(part -> part.steps().stream());
    }
}
