package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.StoredPassword;

/**
 * No {@code userPassword} is clear text.
 *
 * <p>Import hashes it before anything is written; the file it came from still has it. In the directory a clear text password works by
 * bind only, and everybody who reads the attribute has it.
 */
public record ClearTextPassword() implements EntryRule {

    @Override
    public String id() {
        return "clear-text-password";
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
        return candidate.values("userPassword").stream()
                .filter(value -> new StoredPassword(value).use() == StoredPassword.Use.AS_CLEAR_TEXT)
                .limit(1)
                .map(value -> finding(
                        candidate,
                        "userPassword is clear text; import stores a hash of it",
                        "Delete the file or make it readable for its owner only (chmod 600) once it is imported"))
                .toList();
    }
}
