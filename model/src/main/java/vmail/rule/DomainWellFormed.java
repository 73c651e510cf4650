package vmail.rule;

import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;
import vmail.account.DomainName;

/**
 * Each {@code associatedDomain} is a domain as it stands behind the {@code @} of an address: lower case, no dot at its end, other letters
 * as {@code xn--...} (RFC 1123 2.1, RFC 5890; howto 1.4).
 *
 * <p>Postfix asks for the domain of an address, and finds no value that is written otherwise: all mail to the domain is refused. Upper case
 * and blanks at the ends do no harm, since neither slapd nor Postfix minds them.
 */
public record DomainWellFormed() implements DomainRule {

    @Override
    public String id() {
        return "domain-well-formed";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Effect effect() {
        return Effect.BOUNCED;
    }

    @Override
    public List<Finding> judge(Candidate entry, AllDomains all) {
        return entry.values("associatedDomain").stream()
                .distinct()
                .flatMap(value -> fault(entry, value).stream())
                .toList();
    }

    /** What was meant, where that can be told; else the value as it is. */
    public static String written(String value) {
        String domain = AllDomains.folded(value);
        String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        return DomainName.isWellFormed(bare) ? bare : value;
    }

    private Optional<Finding> fault(Candidate entry, String value) {
        String domain = written(value);
        if (!DomainName.isWellFormed(domain)) {
            return Optional.of(malformed(entry, value));
        }
        if (domain.equals(value)) {
            return Optional.empty();
        }
        String remedy = "Write associatedDomain: " + domain;
        return Optional.of(
                value.strip().endsWith(".")
                        ? finding(entry, value, "ends with a dot", remedy).mended(Mending.AUTOMATIC)
                        : finding(entry, value, "has upper case or blanks at an end", remedy)
                                .withSeverity(Severity.NOTE)
                                .withEffect(Effect.NONE)
                                .mended(Mending.AUTOMATIC));
    }

    private Finding malformed(Candidate entry, String value) {
        return value.isBlank()
                ? finding(entry, "", "is empty", "Delete the value")
                : finding(
                        entry,
                        value,
                        "is no domain",
                        "Write what stands behind the @ of an address, as mydomain.nl; other letters as your registrar"
                                + " does, xn--...");
    }

    private Finding finding(Candidate entry, String value, String fault, String remedy) {
        return finding(entry, ("associatedDomain " + value).stripTrailing() + " " + fault, remedy)
                .about(value);
    }
}
