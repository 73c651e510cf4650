package vmail.report.run;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Why a finding is left as it is, how long, and who said so.
 *
 * @param until the last day on which it holds
 * @param by the name of a user of the host
 */
public record Acceptance(String reason, LocalDate until, String by, Instant since) {

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
