package vmail.writer.configuration;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vmail.rule.MailSchema;

/**
 * Our schema as an entry below {@code cn=schema,cn=config}: for a slapd that keeps its configuration there, as Debian's does
 * from the start (slapd-config(5)).
 */
final class SchemaLdif {

    /** The arc that the qmail-ldap project was given. */
    private static final String OURS = "1.3.6.1.4.1.7914.";

    private static final int LINE = 76;

    private SchemaLdif() {}

    static String text() {
        Schema schema = MailSchema.schema();
        Entry entry = new Entry("cn=qmail,cn=schema,cn=config");
        entry.addAttribute("objectClass", "olcSchemaConfig");
        entry.addAttribute("cn", "qmail");
        entry.addAttribute(
                "olcAttributeTypes",
                ours(schema.getAttributeTypes().stream()
                        .filter(type -> type.getOID().startsWith(OURS))
                        .map(Object::toString)));
        entry.addAttribute(
                "olcObjectClasses",
                ours(schema.getObjectClasses().stream()
                        .filter(type -> type.getOID().startsWith(OURS))
                        .map(Object::toString)));
        return "# ldapadd -Y EXTERNAL -H ldapi:/// -f qmail.ldif\n#\n"
                + "# After core, cosine, nis (homeDirectory) and inetorgperson, which Debian's slapd has.\n"
                + entry.toLDIFString(LINE);
    }

    /** In one order every time: shorter numbers are smaller ones. */
    private static List<String> ours(Stream<String> definitions) {
        return definitions
                .sorted(Comparator.comparingInt((String each) -> each.indexOf(" NAME"))
                        .thenComparing(each -> each))
                .toList();
    }
}
