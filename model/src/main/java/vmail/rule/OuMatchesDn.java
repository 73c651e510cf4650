package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;

/**
 * {@code ou}, where an account has it, is the ou of its DN (howto 1.5.4).
 *
 * <p>The servers do not look at it; address books do.
 */
public record OuMatchesDn() implements EntryRule {

    @Override
    public String id() {
        return "ou-matches-dn";
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
        List<String> names = candidate.values("ou");
        Optional<String> inDn = ouOf(candidate.parsedDn());
        if (names.isEmpty()
                || inDn.isEmpty()
                || names.stream().anyMatch(name -> Claims.folded(name).equals(Claims.folded(inDn.get())))) {
            return List.of();
        }
        return List.of(finding(
                candidate,
                "found ou %s, but the DN says %s".formatted(String.join(", ", names), inDn.get()),
                "Set ou: " + inDn.get()));
    }

    /** Of the nearest unit above. */
    private static Optional<String> ouOf(DN dn) {
        return Arrays.stream(dn.getRDNs())
                .skip(1)
                .filter(rdn -> rdn.hasAttribute("ou") && !rdn.isMultiValued())
                .map(rdn -> rdn.getAttributeValues()[0])
                .findFirst();
    }
}
