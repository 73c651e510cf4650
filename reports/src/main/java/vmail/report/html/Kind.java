package vmail.report.html;

import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;
import vmail.rule.Effect;

/** What findings of a page have in common: they stand in one section and are of one rule. */
record Kind(Place place, Effect effect, String rule) {

    /** The parts of the page that list findings. */
    enum Place {
        OPEN,
        ACCEPTED,
        FIXED
    }

    static Kind of(RunFinding finding) {
        return new Kind(place(finding.state()), finding.effect(), finding.rule());
    }

    private static Place place(FindingState state) {
        return switch (state) {
            case ACCEPTED -> Place.ACCEPTED;
            case FIXED -> Place.FIXED;
            case NEW, STANDING, EXPIRED, FOUND -> Place.OPEN;
        };
    }
}
