package vmail.connection;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.util.ArrayList;
import java.util.List;

/** What a database is named after: the topmost names that its entries have in common. */
final class Suffixes {

    private Suffixes() {}

    /**
     * {@code o=company} of {@code ou=Tokelau,o=company}; {@code dc=example,dc=org} of {@code ou=mail,dc=example,dc=org};
     * {@code o=company,c=nl} of {@code ou=Tokelau,o=company,c=nl}.
     */
    static DN of(DN base) {
        DN suffix = base;
        DN parent = suffix.getParent();
        while (parent != null && !parent.isNullDN() && !isSuffix(suffix, parent)) {
            suffix = parent;
            parent = suffix.getParent();
        }
        return suffix;
    }

    /** Without those that are below another. */
    static List<DN> of(List<DN> names) {
        List<DN> suffixes = new ArrayList<>();
        for (DN name : names) {
            if (suffixes.stream().noneMatch(above -> above.isAncestorOf(name, true))) {
                suffixes.removeIf(below -> name.isAncestorOf(below, false));
                suffixes.add(name);
            }
        }
        return suffixes;
    }

    /** Domain components belong together, and an organisation with its country. */
    private static boolean isSuffix(DN dn, DN parent) {
        boolean domain = consistsOfDomainComponents(dn);
        boolean ofCountry = parent.getRDNs().length == 1 && parent.getRDN().hasAttribute("c");
        return domain || ofCountry;
    }

    private static boolean consistsOfDomainComponents(DN dn) {
        for (RDN rdn : dn.getRDNs()) {
            if (!rdn.hasAttribute("dc")) {
                return false;
            }
        }
        return true;
    }
}
