package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/**
 * {@code postOfficeBox} stands on shared accounts only (howto 1.6.1).
 *
 * <p>On a personal account it makes no folder. It may be meant as the postal address it once was, or the account was meant to be shared. An
 * inactive account may be a shared one that waits for its cut-over.
 */
public record BoxesOnSharedOnly() implements EntryRule {

    @Override
    public String id() {
        return "boxes-on-shared-only";
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
        return Mending.PLANNED;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> boxes = candidate.values("postOfficeBox");
        if (candidate.kind() != RecordKind.PERSONAL || candidate.isInactive() || boxes.isEmpty()) {
            return List.of();
        }
        return List.of(finding(
                candidate,
                "postOfficeBox %s on a personal account makes no folder".formatted(boxes),
                "Delete postOfficeBox, or set accountStatus: shared if this is a shared folder"));
    }
}
