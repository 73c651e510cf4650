package vmail.rule;

import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;
import vmail.account.Candidate;

/**
 * The value that names the entry in its DN is among the values of that attribute (RFC 4512 2.3.1).
 *
 * <p>slapd adds it silently: the entry then has two names, and a later comparison with the source finds a difference. Says nothing where the
 * attribute is missing altogether.
 */
public record NamingValue() implements EntryRule {

    @Override
    public String id() {
        return "naming-value";
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
        RDN rdn = candidate.parsedDn().getRDN();
        if (rdn == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rdn.getAttributeNames().length; i++) {
            String attribute = rdn.getAttributeNames()[i];
            String value = rdn.getAttributeValues()[i];
            List<String> values = candidate.values(attribute);
            if (!values.isEmpty()
                    && values.stream().noneMatch(other -> Claims.folded(other).equals(Claims.folded(value)))) {
                findings.add(finding(
                                candidate,
                                "found %s %s, but the DN says %s"
                                        .formatted(attribute, String.join(", ", values), value),
                                "Write " + attribute + ": " + value)
                        .about(attribute));
            }
        }
        return List.copyOf(findings);
    }
}
