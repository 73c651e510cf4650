package vmail.reader.profile;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.matchingrules.MatchingRule;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vmail.rule.MailSchema;

/** Which values of an attribute that is taken over as it is the schema allows; the others would have the account refused. */
final class KeptValues {

    private static final String IA5_STRING = "1.3.6.1.4.1.1466.115.121.1.26";

    private final List<String> kept = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private KeptValues() {}

    static KeptValues of(String attribute, List<String> values) {
        Schema schema = MailSchema.schema();
        AttributeTypeDefinition type = schema.getAttributeType(attribute);
        KeptValues result = new KeptValues();
        if (type == null) {
            result.refused.addAll(values);
            return result;
        }
        MatchingRule rule = MatchingRule.selectEqualityMatchingRule(attribute, schema);
        boolean ascii = IA5_STRING.equals(type.getBaseSyntaxOID(schema));
        Set<ASN1OctetString> seen = new HashSet<>();
        for (String each : values) {
            String value = each.strip();
            boolean fits = !value.isEmpty() && (!ascii || value.chars().allMatch(c -> c < 0x80));
            boolean full = type.isSingleValued() && !result.kept.isEmpty();
            result.add(value, fits && !full, rule, seen);
        }
        return result;
    }

    List<String> kept() {
        return kept;
    }

    List<String> refused() {
        return refused;
    }

    private void add(String value, boolean fits, MatchingRule rule, Set<ASN1OctetString> seen) {
        try {
            if (!fits) {
                refused.add(value);
            } else if (seen.add(rule.normalize(new ASN1OctetString(value)))) {
                kept.add(value);
            }
        } catch (LDAPException e) {
            // not of the form that the schema demands
            refused.add(value);
        }
    }
}
