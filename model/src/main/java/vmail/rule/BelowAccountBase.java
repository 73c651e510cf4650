package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;

/**
 * An account lies below the account base, "account-leave" in the howto (1.5).
 *
 * <p>Postfix and Courier search there and nowhere else: mail is refused as for an unknown user.
 */
public record BelowAccountBase(Optional<DN> accountBase) implements EntryRule {

    @Override
    public String id() {
        return "below-account-base";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        return accountBase
                .filter(base -> !candidate.parsedDn().isDescendantOf(base, false))
                .map(base -> List.of(finding(
                        candidate,
                        "the entry is not below the account base " + base,
                        "Name it " + new DN(candidate.parsedDn().getRDN(), base))))
                .orElse(List.of());
    }
}
