package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/**
 * The entry that {@code seeAlso} of a person names is an account (howto 1.5.10).
 *
 * <p>Nothing is subscribed otherwise, and the person misses the folder. Accounts are those of all sources and, where one is configured, of
 * the directory.
 */
public record SeeAlsoExists() implements DirectoryRule {

    @Override
    public String id() {
        return "see-also-exists";
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
        return SeeAlso.of(candidate).stream()
                .filter(target -> !all.exists(target))
                .map(target -> finding(
                                candidate,
                                "seeAlso %s names no account".formatted(target),
                                all.sharedAlike(target)
                                        .map(alike -> "Did you mean " + alike + "? Correct the DN or delete the value")
                                        .orElse("Correct the DN or delete the value"))
                        .about(target.toNormalizedString()))
                .toList();
    }
}
