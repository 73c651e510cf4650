package vmail.rule;

import java.util.List;
import vmail.account.Candidate;
import vmail.account.RecordKind;
import vmail.account.StoredPassword;

/**
 * A personal account's {@code userPassword} is a hash that slapd or Courier can check (slapd.conf(5) password-hash, authldaprc).
 *
 * <p>With an unknown scheme, or a hash of the wrong length, no password ever fits. Clear text is not judged here: it is hashed before it is
 * stored.
 */
public record UsablePassword() implements EntryRule {

    @Override
    public String id() {
        return "usable-password";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.NOLOGIN;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.kind() != RecordKind.PERSONAL) {
            return List.of();
        }
        return candidate.values("userPassword").stream()
                .map(StoredPassword::new)
                .filter(password -> password.use() == StoredPassword.Use.NOWHERE)
                .map(password -> finding(
                                candidate,
                                "userPassword " + password.limits(),
                                "Give the account a new password, or bring its hash as {SSHA} or {CRYPT}")
                        .about(password.limits()))
                .distinct()
                .toList();
    }
}
