package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/**
 * {@code seeAlso} stands on personal accounts only: it says whose shared folders a person sees (howto 1.5.10).
 *
 * <p>On a shared account it does nothing. Often it was meant the other way round, and then those people do not see the folder.
 */
public record SeeAlsoOnPersonalOnly() implements EntryRule {

    @Override
    public String id() {
        return "see-also-on-personal-only";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.UNSEEN;
    }

    @Override
    public Mending mending() {
        return Mending.PLANNED;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        List<String> targets = candidate.values("seeAlso");
        if (candidate.kind() != RecordKind.SHARED || targets.isEmpty()) {
            return List.of();
        }
        return List.of(finding(
                candidate,
                "seeAlso %s on a shared account does nothing".formatted(targets),
                "Delete it, and put seeAlso: %s on each person who shall see this folder".formatted(candidate.dn())));
    }
}
