package vmail.rule;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.matchingrules.MatchingRule;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.EntryValidator;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmail.account.Candidate;
import vmail.account.LiveEntry;

/**
 * Object classes, attributes and values are what the schema allows, so that the directory takes the entry (RFC 4512 2.4, 2.5).
 *
 * <p>slapd refuses it otherwise (results 17, 19, 20, 21, 65): there is no account, and its mail bounces. What a rule of its own says better
 * is left to that rule: missing names and mail, values given twice that must be one, malformed addresses, stores and DNs. Attributes
 * that the server keeps itself are not judged.
 *
 * <p>An entry of the directory was taken once, by that server's own schema or by {@code slapadd -q}, which looks at none. What our schema
 * does not know is no fault of it; where it breaks what ours does know, its mail goes on and the next change of it is refused.
 */
public record ValidBySchema(Schema schema, ValidShapes shapes) implements EntryRule {

    private static final String DIRECTORY_STRING = "1.3.6.1.4.1.1466.115.121.1.15";
    private static final String IA5_STRING = "1.3.6.1.4.1.1466.115.121.1.26";

    /** One value, and its form is judged elsewhere. */
    private static final Set<String> JUDGED_ELSEWHERE = Set.of("mailmessagestore", "accountstatus", "mail");

    /** What other rules judge; given, it is taken for right here. */
    private static final List<String> NAMED_BY_OTHERS =
            List.of("cn", "sn", "uid", "mail", "mailMessageStore", "accountStatus");

    /** The same and seeAlso, in lower case. */
    private static final Set<String> REPLACED = Stream.concat(NAMED_BY_OTHERS.stream(), Stream.of("seeAlso"))
            .map(ValidBySchema::folded)
            .collect(Collectors.toUnmodifiableSet());

    /** Operational attributes of OpenLDAP that no RFC defines, as slapcat writes them. */
    private static final Set<String> KEPT_BY_SERVER = Set.of(
            "entrycsn", "contextcsn", "memberof", "hassubordinates", "pwdchangedtime", "pwdhistory", "pwdfailuretime");

    public ValidBySchema(Schema schema) {
        this(schema, new ValidShapes());
    }

    @Override
    public String id() {
        return "valid-by-schema";
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
        boolean live = candidate.origin() instanceof LiveEntry;
        String shape = live + "\n" + ValidShapes.of(candidate.entry());
        List<String> faults = new ArrayList<>();
        if (!shapes.contains(shape) || hasMalformedValue(candidate)) {
            faults.addAll(faultsOfEntry(candidate, live));
            if (faults.isEmpty()) {
                shapes.add(shape);
            }
        }
        candidate.entry().getAttributes().forEach(attribute -> addValueFaults(faults, attribute));
        return faults.stream()
                .distinct()
                .map(fault -> live ? live(candidate, fault) : refused(candidate, fault))
                .toList();
    }

    private List<String> faultsOfEntry(Candidate candidate, boolean live) {
        EntryValidator validator = new EntryValidator(schema);
        validator.setCheckMissingSuperiorObjectClasses(false);
        validator.setCheckEntryMissingRDNValues(false);
        validator.entryIsValid(withoutWhatIsJudgedElsewhere(candidate), new ArrayList<>());
        boolean known = !live || validator.getUndefinedObjectClasses().isEmpty();
        List<String> faults = new ArrayList<>();
        if (known) {
            addClassFaults(faults, validator);
        }
        if (known && faults.isEmpty()) {
            if (!live) {
                add(faults, validator.getUndefinedAttributes().keySet(), "not in the schema");
            }
            add(faults, validator.getProhibitedAttributes().keySet(), "not allowed by the object classes");
            add(faults, validator.getMissingAttributes().keySet(), "required by the object classes and missing");
            add(faults, validator.getSingleValueViolations().keySet(), "allowed one value and given several");
            add(faults, validator.getAttributesViolatingSyntax().keySet(), "not of the form that the schema demands");
        }
        return faults;
    }

    /** As the SDK's validator has it, which looks at object classes and attributes, too. */
    private boolean hasMalformedValue(Candidate candidate) {
        for (Attribute attribute : candidate.entry().getAttributes()) {
            String name = folded(attribute.getBaseName());
            if (REPLACED.contains(name) || KEPT_BY_SERVER.contains(name)) {
                continue;
            }
            MatchingRule rule = MatchingRule.selectEqualityMatchingRule(attribute.getName(), schema);
            for (ASN1OctetString value : attribute.getRawValues()) {
                try {
                    rule.normalize(value);
                } catch (LDAPException e) {
                    return true;
                }
            }
        }
        return false;
    }

    private Finding refused(Candidate candidate, String fault) {
        return finding(candidate, fault, "Correct the record; the directory refuses it as it is")
                .about(fault);
    }

    private Finding live(Candidate candidate, String fault) {
        return finding(candidate, fault, "Correct the entry; the directory refuses the next change of it")
                .about(fault)
                .withSeverity(Severity.WARNING)
                .withEffect(Effect.NONE);
    }

    private void addClassFaults(List<String> faults, EntryValidator validator) {
        if (validator.getEntriesWithoutAnyObjectClasses() > 0) {
            faults.add("the entry has no object class");
        } else if (!validator.getUndefinedObjectClasses().isEmpty()) {
            add(faults, validator.getUndefinedObjectClasses().keySet(), "no object class of the schema");
        } else if (validator.getEntriesMissingStructuralObjectClass() > 0) {
            faults.add("the entry has no structural object class such as inetOrgPerson");
        } else if (validator.getEntriesWithMultipleStructuralObjectClasses() > 0) {
            faults.add("the entry has structural object classes that exclude each other");
        }
    }

    private void add(List<String> faults, Collection<String> names, String predicate) {
        if (!names.isEmpty()) {
            List<String> sorted = names.stream().map(this::asInSchema).sorted().toList();
            faults.add(String.join(", ", sorted) + (sorted.size() == 1 ? " is " : " are ") + predicate);
        }
    }

    /** The validator counts by names in lower case. */
    private String asInSchema(String name) {
        AttributeTypeDefinition type = schema.getAttributeType(name);
        return type == null ? name : type.getNameOrOID();
    }

    /** What the SDK lets pass and slapd does not. */
    private void addValueFaults(List<String> faults, Attribute attribute) {
        AttributeTypeDefinition type = schema.getAttributeType(attribute.getBaseName());
        String name = attribute.getName();
        if (type == null || JUDGED_ELSEWHERE.contains(folded(attribute.getBaseName()))) {
            return;
        }
        String syntax = type.getBaseSyntaxOID(schema);
        List<String> values = Arrays.asList(attribute.getValues());
        if (IA5_STRING.equals(syntax)
                && !folded(attribute.getBaseName()).equals("mailalternateaddress")
                && values.stream().anyMatch(value -> value.chars().anyMatch(c -> c > 0x7f))) {
            faults.add(name + " has a character that is not ASCII");
        }
        if (DIRECTORY_STRING.equals(syntax) && !RequiredAttributes.REQUIRED.contains(name) && values.contains("")) {
            faults.add(name + " has an empty value");
        }
        if (attribute.size() > 1 && hasEqualValues(attribute)) {
            faults.add(name + " has the same value twice");
        }
    }

    private boolean hasEqualValues(Attribute attribute) {
        MatchingRule rule = MatchingRule.selectEqualityMatchingRule(attribute.getBaseName(), schema);
        return Arrays.stream(attribute.getRawValues())
                        .map(value -> normalized(rule, value))
                        .distinct()
                        .count()
                < attribute.size();
    }

    private static ASN1OctetString normalized(MatchingRule rule, ASN1OctetString value) {
        try {
            return rule.normalize(value);
        } catch (LDAPException e) {
            return value;
        }
    }

    private static Entry withoutWhatIsJudgedElsewhere(Candidate candidate) {
        Entry copy = candidate.entry().duplicate();
        if (copy.hasAttribute("seeAlso")) {
            copy.setAttribute("seeAlso", candidate.dn());
        }
        KEPT_BY_SERVER.forEach(copy::removeAttribute);
        for (String attribute : NAMED_BY_OTHERS) {
            boolean given = candidate.values(attribute).stream().anyMatch(value -> !value.isBlank());
            boolean required = RequiredAttributes.REQUIRED.contains(attribute) && !attribute.equals("mailMessageStore");
            if (given || required) {
                copy.setAttribute(attribute, "x");
            }
        }
        return copy;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
