package vmail.rule;

import java.util.List;
import vmail.account.AccountStatus;
import vmail.account.Candidate;

/**
 * An active personal account has a {@code userPassword} (howto 1.5.3).
 *
 * <p>Without one its mail arrives and the owner can not log in.
 */
public record PasswordPresent() implements EntryRule {

    @Override
    public String id() {
        return "password-present";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.NOLOGIN;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.status().filter(AccountStatus.ACTIVE::equals).isEmpty()
                || !candidate.values("userPassword").isEmpty()) {
            return List.of();
        }
        return List.of(finding(
                candidate,
                "userPassword is missing, so the owner can not log in",
                "Set one once the account is there: ldappasswd -S \"" + candidate.dn() + "\""));
    }
}
