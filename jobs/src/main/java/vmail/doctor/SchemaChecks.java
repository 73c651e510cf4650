package vmail.doctor;

import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vmail.account.LdapText;
import vmail.account.LiveEntry;
import vmail.rule.Examination;
import vmail.rule.Finding;
import vmail.rule.SurroundingsRule;

/**
 * Whether the server's schema has what accounts need, as howto 1.5 demands it and slapd can do it: slapd 2.5 takes
 * numericStringMatch for numeric strings only and IA5 rules for IA5 strings only, so "all other EQUALITYs caseIgnoreIA5Match"
 * is asked of those attributes alone that mail depends on.
 */
record SchemaChecks(FullLDAPInterface directory) {

    static final List<SurroundingsRule> RULES = List.of(
            SurroundingsRule.SCHEMA_COMPLETE,
            SurroundingsRule.SCHEMA_SINGLE_VALUED,
            SurroundingsRule.SCHEMA_MATCHING,
            SurroundingsRule.SCHEMA_NUMERIC_MATCHING);

    /** Attributes and the schema file they come from. */
    private static final Map<String, String> ATTRIBUTES = new TreeMap<>(Map.of(
            "mailMessageStore", "qmail.schema",
            "mailAlternateAddress", "qmail.schema",
            "accountStatus", "qmail.schema",
            "mail", "cosine.schema",
            "uid", "cosine.schema",
            "associatedDomain", "cosine.schema",
            "userPassword", "core.schema",
            "seeAlso", "core.schema",
            "postOfficeBox", "core.schema"));

    private static final Map<String, String> CLASSES = new TreeMap<>(Map.of(
            "qmailUser", "qmail.schema",
            "inetOrgPerson", "inetorgperson.schema",
            "domainRelatedObject", "cosine.schema",
            "dNSDomain", "cosine.schema"));

    private static final Set<String> IGNORING_CASE = Set.of("caseignoreia5match", "caseignorematch");
    private static final Set<String> RESPECTING_CASE = Set.of("caseexactia5match", "caseexactmatch");

    List<Examination> examine() {
        try {
            Schema schema = directory.getSchema();
            if (schema == null) {
                return unknown("the server does not show its schema (cn=Subschema)");
            }
            return List.of(
                    complete(schema),
                    Examination.of(
                            SurroundingsRule.SCHEMA_SINGLE_VALUED,
                            manyValued(schema),
                            "mailMessageStore, accountStatus"),
                    Examination.of(
                            SurroundingsRule.SCHEMA_MATCHING,
                            matching(schema),
                            "addresses without, stores with regard to case"),
                    Examination.of(
                            SurroundingsRule.SCHEMA_NUMERIC_MATCHING,
                            numeric(schema),
                            "as howto 1.5 has it, or not there"));
        } catch (LDAPException e) {
            return unknown("the schema can not be read: " + LdapText.of(e));
        }
    }

    private static List<Examination> unknown(String why) {
        return RULES.stream().map(rule -> Examination.unknown(rule, why)).toList();
    }

    private static Examination complete(Schema schema) {
        SurroundingsRule rule = SurroundingsRule.SCHEMA_COMPLETE;
        List<Finding> findings = new ArrayList<>();
        ATTRIBUTES.forEach((name, file) -> {
            if (schema.getAttributeType(name) == null) {
                findings.add(missing(rule, "attribute " + name, file));
            }
        });
        CLASSES.forEach((name, file) -> {
            if (schema.getObjectClass(name) == null) {
                findings.add(missing(rule, "object class " + name, file));
            }
        });
        return Examination.of(
                rule, findings, "%d attributes, %d object classes".formatted(ATTRIBUTES.size(), CLASSES.size()));
    }

    private static Finding missing(SurroundingsRule rule, String what, String file) {
        return rule.finding(
                new LiveEntry(),
                "the schema does not know the %s; a search for it finds nothing and is no error".formatted(what),
                "Include %s in slapd.conf; the order is core, cosine, nis, inetorgperson, qmail (vmail render slapd writes it)"
                        .formatted(file));
    }

    private static List<Finding> manyValued(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        for (String name : List.of("mailMessageStore", "accountStatus")) {
            AttributeTypeDefinition type = schema.getAttributeType(name);
            if (type != null && !type.isSingleValued()) {
                findings.add(SurroundingsRule.SCHEMA_SINGLE_VALUED.finding(
                        new LiveEntry(),
                        "the schema lets an account have several %s".formatted(name),
                        "Make the attribute SINGLE-VALUE in qmail.schema"));
            }
        }
        return findings;
    }

    private static List<Finding> matching(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        for (String name : List.of("mail", "mailAlternateAddress", "accountStatus", "uid", "associatedDomain")) {
            unless(IGNORING_CASE, schema, name, "caseIgnoreIA5Match", findings);
        }
        unless(RESPECTING_CASE, schema, "mailMessageStore", "caseExactIA5Match", findings);
        return findings;
    }

    private static void unless(
            Set<String> accepted, Schema schema, String name, String wanted, List<Finding> findings) {
        AttributeTypeDefinition type = schema.getAttributeType(name);
        if (type == null) {
            return;
        }
        String found = String.valueOf(type.getEqualityMatchingRule(schema));
        if (!accepted.contains(found.toLowerCase(Locale.ROOT))) {
            findings.add(SurroundingsRule.SCHEMA_MATCHING.finding(
                    new LiveEntry(),
                    "%s has EQUALITY %s".formatted(name, found.equals("null") ? "none" : found),
                    "Give it EQUALITY %s in its schema file, then slapindex".formatted(wanted)));
        }
    }

    private static List<Finding> numeric(Schema schema) {
        List<Finding> findings = new ArrayList<>();
        for (String name : List.of("qmailUID", "qmailGID")) {
            AttributeTypeDefinition type = schema.getAttributeType(name);
            if (type != null && !"numericStringMatch".equalsIgnoreCase(type.getEqualityMatchingRule(schema))) {
                findings.add(SurroundingsRule.SCHEMA_NUMERIC_MATCHING.finding(
                        new LiveEntry(),
                        "%s has EQUALITY %s".formatted(name, type.getEqualityMatchingRule(schema)),
                        "Leave it, or take a qmail.schema with numericStringMatch on a numeric string: values like"
                                + " \"50 00\" of older data are accepted by that one only"));
            }
        }
        return findings;
    }
}
