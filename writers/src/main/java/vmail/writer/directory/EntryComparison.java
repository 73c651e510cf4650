package vmail.writer.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.List;
import vmail.account.Candidate;
import vmail.account.LiveEntry;

/**
 * An account of a source against the one in the directory: only {@link ManagedAttribute managed} attributes count.
 *
 * <p>An attribute that the source does not mention stays, except {@code mailAlternateAddress}, {@code seeAlso} and
 * {@code postOfficeBox}: of these the source is the whole truth, so an alias that it no longer has is removed. Object
 * classes are only added. A password is never removed, and it is replaced, not added: where access rules hide the
 * existing one, adding would leave both valid.
 *
 * <p>The value that the DN begins with is one of the wanted ones even where the source does not say so: slapd adds it to a
 * new entry, and would refuse to take it away again (64).
 *
 * @param keepsStatus whether the status of an existing entry stays: loading everything as inactive a second time must not take
 *     people's mail away who are active by now
 */
public record EntryComparison(PasswordPolicy passwords, boolean keepsStatus) implements Comparison {

    public EntryComparison(PasswordPolicy passwords) {
        this(passwords, false);
    }

    @Override
    public List<Modification> differences(ReadOnlyEntry wanted, ReadOnlyEntry existing) {
        List<Modification> modifications = new ArrayList<>();
        List<String> classes =
                Values.of(wanted, "objectClass").without(Values.of(existing, "objectClass"), Values::lower);
        add(modifications, ModificationType.ADD, "objectClass", classes);
        for (ManagedAttribute attribute : ManagedAttribute.ALL) {
            if (keepsStatus && attribute.name().equals("accountStatus")) {
                continue;
            }
            Values then = withName(wanted, Values.of(wanted, attribute.name()));
            Values now = Values.of(existing, attribute.name());
            if (attribute.whole()) {
                add(modifications, ModificationType.ADD, attribute.name(), then.without(now, attribute::normal));
                add(modifications, ModificationType.DELETE, attribute.name(), now.without(then, attribute::normal));
            } else if (!then.isEmpty() && !then.sameAs(now, attribute::normal)) {
                modifications.add(then.modification(ModificationType.REPLACE));
            }
        }
        Values password = Values.of(wanted, "userPassword");
        if (!valid(password, Values.of(existing, "userPassword"))) {
            modifications.add(storable(password).modification(ModificationType.REPLACE));
        }
        return modifications;
    }

    @Override
    public ReadOnlyEntry storable(ReadOnlyEntry wanted) {
        if (!wanted.hasAttribute("userPassword")) {
            return wanted;
        }
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : wanted.getAttributes()) {
            attributes.add(
                    attribute.getName().equalsIgnoreCase("userPassword")
                            ? new Attribute(
                                    "userPassword",
                                    storable(Values.of(wanted, "userPassword")).values())
                            : attribute);
        }
        return new ReadOnlyEntry(wanted.getDN(), attributes);
    }

    private static Values withName(ReadOnlyEntry wanted, Values values) {
        RDN name = new Candidate(wanted, new LiveEntry()).parsedDn().getRDN();
        if (values.isEmpty()
                || name == null
                || !name.hasAttribute(values.attribute())
                || values.values().stream().anyMatch(value -> name.hasAttributeValue(values.attribute(), value))) {
            return values;
        }
        List<String> all = new ArrayList<>(values.values());
        for (int i = 0; i < name.getAttributeNames().length; i++) {
            if (name.getAttributeNames()[i].equalsIgnoreCase(values.attribute())) {
                all.add(name.getAttributeValues()[i]);
            }
        }
        return new Values(values.attribute(), all);
    }

    private boolean valid(Values wanted, Values existing) {
        return wanted.values().stream()
                .allMatch(
                        password -> existing.values().stream().anyMatch(stored -> passwords.sameAs(stored, password)));
    }

    private Values storable(Values wanted) {
        return new Values(
                wanted.attribute(),
                wanted.values().stream().map(passwords::storable).toList());
    }

    private static void add(
            List<Modification> modifications, ModificationType type, String attribute, List<String> values) {
        if (!values.isEmpty()) {
            modifications.add(Values.modification(type, attribute, values));
        }
    }
}
