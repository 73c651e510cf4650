package vmail.report.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vmail.report.run.Acceptance;
import vmail.report.run.FindingState;
import vmail.report.run.RunFinding;

/** What is known of a finding besides what was found, as one line. Days are UTC, so that two hosts say the same. */
public record HistoryText(RunFinding finding) {

    /** Not yet safe for a terminal; empty of a finding that has no history. */
    public String line() {
        if (finding.state() == FindingState.FOUND) {
            return "";
        }
        List<String> parts = new ArrayList<>(List.of(finding.id(), state()));
        if (finding.messages() > 0) {
            parts.add(finding.messages() + (finding.messages() == 1 ? " message" : " messages") + " at risk");
        }
        if (!finding.modifiedBy().isEmpty()) {
            parts.add("entry changed by " + finding.modifiedBy() + changedOn());
        } else if (finding.modifiedAt().isPresent()) {
            parts.add("entry changed" + changedOn());
        }
        return String.join("; ", parts);
    }

    private String changedOn() {
        return finding.modifiedAt().map(at -> " on " + day(at)).orElse("");
    }

    private String state() {
        return switch (finding.state()) {
            case NEW -> finding.nights() > 1 ? "back, first seen " + day(finding.firstSeen()) + nights() : "new";
            case STANDING -> "standing since " + day(finding.firstSeen()) + nights();
            case ACCEPTED -> "accepted" + finding.acceptance().map(this::terms).orElse("") + since();
            case EXPIRED ->
                "acceptance expired" + finding.acceptance().map(this::terms).orElse("") + since();
            case FIXED -> "fixed, first seen " + day(finding.firstSeen()) + nights();
            case FOUND -> "";
        };
    }

    private String terms(Acceptance acceptance) {
        return " by " + acceptance.by() + " on " + day(acceptance.since()) + " until " + acceptance.until() + ": "
                + acceptance.reason();
    }

    private String since() {
        return "; seen since " + day(finding.firstSeen()) + nights();
    }

    private String nights() {
        return finding.nights() == 0 ? "" : ", " + finding.nights() + (finding.nights() == 1 ? " night" : " nights");
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
