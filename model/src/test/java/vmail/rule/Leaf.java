package vmail.rule;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.SourceLine;

/** The howto's system leaf (1.4), to be changed by tests. */
final class Leaf {

    static final String NL = "dc=nl,ou=postfix,ou=System,o=company";
    static final String NU = "dc=nu,ou=postfix,ou=System,o=company";

    private Leaf() {}

    static Candidate entry(String dn, String... domains) {
        return new Candidate(
                new ReadOnlyEntry(
                        dn,
                        new Attribute("objectClass", "dNSDomain", "domainRelatedObject"),
                        new Attribute("associatedDomain", domains)),
                new SourceLine("domains.ldif", dn.equals(NL) ? 9 : 15));
    }

    static Candidate withoutClass(String dn, String domain) {
        return new Candidate(
                new ReadOnlyEntry(
                        dn, new Attribute("objectClass", "dNSDomain"), new Attribute("associatedDomain", domain)),
                new SourceLine("domains.ldif", 9));
    }

    static Candidate live(Candidate entry) {
        return new Candidate(entry.entry(), new LiveEntry());
    }

    static List<Finding> findings(DomainRule rule, Candidate... entries) {
        return findings(rule, Optional.of(Howto.SYSTEM_BASE), List.of(), entries);
    }

    static List<Finding> findings(
            DomainRule rule, Optional<DN> systemBase, List<Howto> accounts, Candidate... entries) {
        AddressesInUse addresses = new AddressesInUse();
        accounts.forEach(account -> addresses.add(account.candidate()));
        DomainCheck check = new DomainCheck(List.of(rule), addresses, systemBase, UnaryOperator.identity());
        List<Finding> findings = new ArrayList<>();
        List.of(entries).forEach(check::add);
        check.finish(findings::add);
        return findings;
    }
}
