package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.List;
import vmail.account.Candidate;

/**
 * Each {@code seeAlso} is a DN (RFC 4519 2.30, howto 1.5.10).
 *
 * <p>slapd refuses the entry otherwise (result 21), so there is no account and its mail bounces. Does not check whether the entry exists.
 */
public record SeeAlsoIsDn() implements EntryRule {

    @Override
    public String id() {
        return "see-also-is-dn";
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
        return candidate.values("seeAlso").stream()
                .filter(value -> value.isBlank() || !DN.isValidDN(value))
                .map(value -> value.isBlank() ? "" : value)
                .distinct()
                .map(value -> finding(
                                candidate,
                                value.isEmpty() ? "seeAlso is empty" : "seeAlso " + value + " is not a DN",
                                "Write the whole DN, as seeAlso: cn=Timetravel weekly,ou=Tokelau,o=company")
                        .about(value))
                .toList();
    }
}
