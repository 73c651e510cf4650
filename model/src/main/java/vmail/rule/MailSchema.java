package vmail.rule;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema of this mail system: the RFCs' (core, cosine, inetorgperson), what accounts need of nis, and qmailUser, written
 * by us as the howto (1.5) wants it. The embedded directory uses it, and records are judged by it where no directory tells its own.
 */
public final class MailSchema {

    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^(attributetype|objectclass)\\s+(\\(.*(?:\\R[ \\t]+.*)*)");

    private MailSchema() {}

    public static Schema schema() {
        return Loaded.SCHEMA;
    }

    /** The text of our {@code qmail.schema}, in the format of slapd.conf: for a server that shall accept what we load. */
    public static String qmailSchema() {
        return text("qmail.schema");
    }

    private static final class Loaded {
        static final Schema SCHEMA = load();
    }

    private static Schema load() {
        try {
            return Schema.mergeSchemas(
                    Schema.getDefaultStandardSchema(), parsed(text("cosine-nis.schema")), parsed(qmailSchema()));
        } catch (LDAPException e) {
            throw new AssertionError("our own schema can not be parsed", e);
        }
    }

    /** Definitions in the format of slapd.conf, as the subschema entry that the SDK reads. */
    private static Schema parsed(String text) throws LDAPException {
        Entry subschema = new Entry("cn=schema");
        subschema.addAttribute("objectClass", "top", "ldapSubentry", "subschema");
        Matcher definition = DEFINITION.matcher(text);
        while (definition.find()) {
            String attribute = definition.group(1).toLowerCase(Locale.ROOT).equals("objectclass")
                    ? Schema.ATTR_OBJECT_CLASS
                    : Schema.ATTR_ATTRIBUTE_TYPE;
            subschema.addAttribute(
                    attribute, definition.group(2).replaceAll("\\s+", " ").strip());
        }
        return new Schema(subschema);
    }

    private static String text(String name) {
        try (InputStream resource = MailSchema.class.getResourceAsStream("/vmail/schema/" + name)) {
            if (resource == null) {
                throw new AssertionError("not packaged: /vmail/schema/" + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can not be read from the program's own files", e);
        }
    }
}
