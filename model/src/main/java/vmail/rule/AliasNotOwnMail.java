package vmail.rule;

import java.util.List;
import vmail.account.Candidate;

/**
 * No {@code mailAlternateAddress} of an account is its own {@code mail} (howto 1.5.8).
 *
 * <p>It does nothing: Postfix finds the account by either (howto 2.4), once. It stands in the way only when the alias is given away.
 */
public record AliasNotOwnMail() implements EntryRule {

    @Override
    public String id() {
        return "alias-not-own-mail";
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
        return Mending.AUTOMATIC;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.values("mailAlternateAddress").stream()
                .filter(alias -> isOwnMail(candidate, alias))
                .distinct()
                .map(alias -> finding(
                                candidate,
                                "mailAlternateAddress %s is the account's own mail".formatted(alias),
                                "Delete that mailAlternateAddress")
                        .about(alias))
                .toList();
    }

    /** As slapd compares addresses. */
    public static boolean isOwnMail(Candidate candidate, String alias) {
        String folded = Claims.folded(alias);
        return !folded.isEmpty()
                && candidate.values("mail").stream().map(Claims::folded).anyMatch(folded::equals);
    }
}
