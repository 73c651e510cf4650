package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vmail.account.AcceptedDomains;
import vmail.account.Candidate;
import vmail.account.MailAddress;

/**
 * The domain of each address is one that Postfix accepts: {@code associatedDomain} in the system leaf (howto 1.4, 1.5.7, 1.5.8).
 *
 * <p>Mail to any other domain is refused ("Relay access denied"), and an alias in an accepted domain forwards it out of the house. Where
 * no domain is known nothing can be said, and nothing is.
 */
public record AcceptedDomain(AcceptedDomains domains) implements EntryRule {

    @Override
    public String id() {
        return "accepted-domain";
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
        if (!domains.known()) {
            return List.of();
        }
        Map<String, List<String>> strange = new TreeMap<>();
        Stream.of("mail", "mailAlternateAddress")
                .flatMap(attribute -> candidate.values(attribute).stream())
                .forEach(value -> MailAddress.of(value)
                        .map(MailAddress::domain)
                        .filter(domain -> !domains.contains(domain))
                        .ifPresent(domain -> strange.computeIfAbsent(domain, key -> new ArrayList<>())
                                .add(value)));
        return strange.entrySet().stream()
                .map(entry -> strange(candidate, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Finding strange(Candidate candidate, String domain, List<String> addresses) {
        String meant = Spelling.near(domain, domains.names())
                .map(near -> "Did you mean " + near + "? ")
                .orElse("");
        String systemBase = domains.systemBase().map(DN::toString).orElse("the system base");
        return finding(
                        candidate,
                        "domain %s of %s is not accepted".formatted(domain, String.join(", ", addresses)),
                        "%sCorrect the address, or add associatedDomain: %s to an entry below %s"
                                .formatted(meant, domain, systemBase))
                .about(domain);
    }
}
