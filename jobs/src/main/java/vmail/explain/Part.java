package vmail.explain;

import java.util.List;

/** The steps of one way, for example of a login. */
public record Part(String title, List<Step> steps) {

    public Part {
        steps = List.copyOf(steps);
    }
}
