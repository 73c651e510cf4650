package vmail.writer.directory;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries above accounts and domains: an existing one keeps all it has and only gets the {@code associatedDomain} values
 * that it lacks (howto 1.4), with the object class that allows them.
 *
 * <p>A domain that the source does not mention stays: removing it would bounce all its mail.
 */
public record ContainerComparison() implements Comparison {

    @Override
    public List<Modification> differences(ReadOnlyEntry wanted, ReadOnlyEntry existing) {
        List<String> domains =
                Values.of(wanted, "associatedDomain").without(Values.of(existing, "associatedDomain"), Values::lower);
        if (domains.isEmpty()) {
            return List.of();
        }
        List<Modification> modifications = new ArrayList<>();
        boolean allowed =
                Values.of(existing, "objectClass").values().stream().anyMatch("domainRelatedObject"::equalsIgnoreCase);
        if (!allowed) {
            modifications.add(new Modification(ModificationType.ADD, "objectClass", "domainRelatedObject"));
        }
        modifications.add(Values.modification(ModificationType.ADD, "associatedDomain", domains));
        return modifications;
    }

    @Override
    public ReadOnlyEntry storable(ReadOnlyEntry wanted) {
        return wanted;
    }
}
