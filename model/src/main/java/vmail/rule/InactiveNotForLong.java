package vmail.rule;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import vmail.account.Candidate;

/**
 * An inactive account has been changed not long ago; how long that is the site says ({@code --inactive-days}), else nothing is said.
 *
 * <p>A list for whoever ends accounts: these wait for nobody's return any more. Goes by the last change of the entry, which the directory
 * keeps, and which need not be the day it became inactive.
 */
public record InactiveNotForLong(Deadlines deadlines) implements EntryRule {

    @Override
    public String id() {
        return "inactive-not-for-long";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public Mending mending() {
        return Mending.NEEDLESS;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (!candidate.isInactive()) {
            return List.of();
        }
        return candidate
                .stamps()
                .modified()
                .filter(deadlines::isLongAgo)
                .map(changed -> List.of(finding(
                        candidate,
                        "is inactive, and was last changed on " + LocalDate.ofInstant(changed, ZoneOffset.UTC),
                        "Nothing needs to be done; delete the entry if nobody comes back")))
                .orElse(List.of());
    }
}
