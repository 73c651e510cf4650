package vmail.rule;

import com.unboundid.ldap.sdk.DN;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vmail.account.Candidate;

/**
 * Judges the entries of the system leaf together. Call {@link #add} for each entry with {@code associatedDomain}, then, once all accounts
 * have been judged, {@link #finish}. Holds these entries, which are few.
 */
public final class DomainCheck implements AllDomains {

    private final List<DomainRule> rules;
    private final AddressesInUse addresses;
    private final Optional<DN> systemBase;
    private final UnaryOperator<Finding> severities;

    private final List<Candidate> entries = new ArrayList<>();
    private final Map<String, DN> keepers = new HashMap<>();

    DomainCheck(
            List<DomainRule> rules,
            AddressesInUse addresses,
            Optional<DN> systemBase,
            UnaryOperator<Finding> severities) {
        this.rules = List.copyOf(rules);
        this.addresses = addresses;
        this.systemBase = systemBase;
        this.severities = severities;
    }

    public void add(Candidate entry) {
        entries.add(entry);
        for (String domain : AllDomains.of(entry)) {
            keepers.merge(domain, entry.parsedDn(), better(domain));
        }
    }

    /** Gives the findings, those of one entry in a row. */
    public void finish(Consumer<Finding> out) {
        for (Candidate entry : entries) {
            for (DomainRule rule : rules) {
                rule.judge(entry, this).stream().map(severities).forEach(out);
            }
        }
    }

    /** The one whose name fits the domain; of equal ones always the same, in whatever order the directory tells them. */
    private BinaryOperator<DN> better(String domain) {
        return (one, other) -> {
            boolean fits = DomainMatchesDn.fits(domain, one, systemBase);
            if (fits != DomainMatchesDn.fits(domain, other, systemBase)) {
                return fits ? one : other;
            }
            return one.compareTo(other) <= 0 ? one : other;
        };
    }

    @Override
    public Optional<DN> systemBase() {
        return systemBase;
    }

    @Override
    public DN keeper(String domain) {
        DN keeper = keepers.get(domain);
        if (keeper == null) {
            throw new AssertionError("no entry with the domain was added: " + domain);
        }
        return keeper;
    }

    @Override
    public boolean isUsed(String domain) {
        return addresses.isUsed(domain);
    }

    @Override
    public boolean hasPostmaster(String domain) {
        return addresses.hasPostmaster(domain);
    }
}
