package vmail.report.findings;

import java.util.Optional;
import vmail.report.run.Acceptance;

/**
 * A finding by which an acceptance knows it again, whatever run it is of.
 *
 * @param fingerprint the same on another night
 * @param dn the entry it concerns, or empty
 * @param place the path it concerns, or empty
 * @param acceptance empty as long as nobody has accepted it
 */
public record AcceptedFinding(
        String fingerprint, String rule, String dn, String place, String message, Optional<Acceptance> acceptance) {

    private static final int SHOWN = 12;

    /** As reports show it. */
    public String id() {
        return fingerprint.substring(0, SHOWN);
    }

    /** Whom it concerns: the entry, of what has none the place, or empty. */
    public String whom() {
        return dn.isEmpty() ? place : dn;
    }
}
