package vmail.writer.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.matchingrules.CaseIgnoreStringMatchingRule;
import com.unboundid.ldap.matchingrules.DistinguishedNameMatchingRule;
import com.unboundid.ldap.matchingrules.MatchingRule;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;

/**
 * An attribute that the tool writes; all others of an entry are left alone (homeDirectory, quota, what an admin added).
 *
 * <p>Names that people see ({@code cn}, {@code sn}, {@code givenName}, {@code description}) are compared exactly, so that
 * a corrected spelling is written although the directory's matching rule calls both equal. What servers look up is
 * compared as they do, so that {@code Seven@MyDomain.nl} is no change and {@code "active "} is {@code active}.
 *
 * @param whole whether the source holds all values: then a value that only the directory has is removed
 */
record ManagedAttribute(String name, Comparison comparison, boolean whole) {

    enum Comparison {
        EXACT,
        IGNORE_CASE,
        DN
    }

    /** All but {@code objectClass} and {@code userPassword}, which have rules of their own. */
    static final List<ManagedAttribute> ALL = List.of(
            new ManagedAttribute("cn", Comparison.EXACT, false),
            new ManagedAttribute("sn", Comparison.EXACT, false),
            new ManagedAttribute("givenName", Comparison.EXACT, false),
            new ManagedAttribute("description", Comparison.EXACT, false),
            new ManagedAttribute("uid", Comparison.IGNORE_CASE, false),
            new ManagedAttribute("ou", Comparison.IGNORE_CASE, false),
            new ManagedAttribute("mail", Comparison.IGNORE_CASE, false),
            new ManagedAttribute("accountStatus", Comparison.IGNORE_CASE, false),
            new ManagedAttribute("mailMessageStore", Comparison.EXACT, false),
            new ManagedAttribute("mailAlternateAddress", Comparison.IGNORE_CASE, true),
            new ManagedAttribute("seeAlso", Comparison.DN, true),
            new ManagedAttribute("postOfficeBox", Comparison.EXACT, true));

    /** Two values are the same when this is equal. */
    String normal(String value) {
        return switch (comparison) {
            case EXACT -> value;
            case IGNORE_CASE -> normal(CaseIgnoreStringMatchingRule.getInstance(), value);
            case DN -> normal(DistinguishedNameMatchingRule.getInstance(), value);
        };
    }

    private static String normal(MatchingRule rule, String value) {
        try {
            return rule.normalize(new ASN1OctetString(value)).stringValue();
        } catch (LDAPException e) {
            // not of the attribute's syntax; the server will judge it
            return value;
        }
    }
}
