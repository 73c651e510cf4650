package vmail.report.run;

import java.util.Locale;

/** How a finding stands against the nights before. Each finding of a run is in exactly one state. */
public enum FindingState {
    /** The last conclusive audit of the same scope did not see it. */
    NEW,
    /** The last conclusive audit of the same scope saw it, too. */
    STANDING,
    /** An administrator lives with it; it does not count for the exit code. */
    ACCEPTED,
    /** It was accepted until a day that is over, and counts again. */
    EXPIRED,
    /** Of a run that is compared with no other, such as an import. */
    FOUND,
    /** The last conclusive audit saw it, and this one, conclusive too, does not. */
    FIXED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such state */
    public static FindingState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
