package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;

/**
 * {@code userPassword} stands on personal accounts only: nobody logs in to a shared one (howto 1.6, 3.2).
 *
 * <p>Courier asks for active accounts, so the password lets nobody in to the mail. It still binds to the directory, and lets somebody in
 * on the day the account becomes a personal one.
 */
public record PasswordOnPersonalOnly() implements EntryRule {

    @Override
    public String id() {
        return "password-on-personal-only";
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
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.SHARED
                || candidate.values("userPassword").isEmpty()) {
            return List.of();
        }
        return List.of(finding(
                candidate, "userPassword on a shared account lets nobody in to its mail", "Delete userPassword"));
    }
}
