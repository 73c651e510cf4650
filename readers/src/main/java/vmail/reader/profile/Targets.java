package vmail.reader.profile;

import java.util.Set;
import java.util.TreeSet;
import vmail.reader.source.UnusableSource;
import vmail.rule.MailSchema;
import vmail.rule.Spelling;

/** The attributes that accounts have here and that a profile can make. */
final class Targets {

    private static final Set<String> OWN = Set.of(
            "cn",
            "sn",
            "givenName",
            "uid",
            "mail",
            "mailAlternateAddress",
            "mailMessageStore",
            "postOfficeBox",
            "seeAlso");

    /** Told by keys of their own, or made by us. */
    private static final Set<String> ELSEWHERE = Set.of("accountstatus", "userpassword", "objectclass", "ou");

    private Targets() {}

    /** The attribute as the schema spells it. */
    static String known(Section section, String attribute) throws UnusableSource {
        if (ELSEWHERE.contains(attribute.toLowerCase(java.util.Locale.ROOT))) {
            throw section.broken(
                    attribute,
                    attribute + " can not be set",
                    "Use status: and password:; ou and object classes are ours");
        }
        if (MailSchema.schema().getAttributeType(attribute) == null) {
            String meant = Spelling.near(attribute, new TreeSet<>(OWN))
                    .map(near -> "Did you mean " + near + "? ")
                    .orElse("");
            throw section.broken(
                    attribute,
                    "accounts have no attribute " + attribute,
                    meant + "Write one of the schema, such as cn, sn, uid, mail, mailAlternateAddress");
        }
        return MailSchema.schema().getAttributeType(attribute).getNameOrOID();
    }
}
