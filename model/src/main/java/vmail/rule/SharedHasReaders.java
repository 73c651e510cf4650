package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/**
 * At least one person's {@code seeAlso} names a shared account (howto 1.5.10).
 *
 * <p>Mail arrives otherwise, and nobody sees it.
 */
public record SharedHasReaders() implements DirectoryRule {

    @Override
    public String id() {
        return "shared-has-readers";
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
    public List<Finding> judge(Candidate candidate, AllAccounts all) {
        if (candidate.kind() != RecordKind.SHARED || all.hasReaders(candidate.parsedDn())) {
            return List.of();
        }
        return List.of(finding(
                candidate,
                "no seeAlso names this shared account, so nobody sees its mail",
                "Add seeAlso: " + candidate.dn() + " to each person who shall see it"));
    }
}
