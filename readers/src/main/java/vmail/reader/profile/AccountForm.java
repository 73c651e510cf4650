package vmail.reader.profile;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vmail.account.MailBase;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Template;

/** The entry of an account in the making: its values by attribute, then its name below the account base. */
final class AccountForm {

    private static final String[] OBJECT_CLASSES = {
        "top", "person", "organizationalPerson", "inetOrgPerson", "qmailUser"
    };

    private final DN base;
    private final MailBase mailBase;
    private final Template store;
    private final Template sharedStore;
    private final Map<String, Template> defaults = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    AccountForm(DN base, ReadOptions options) {
        this.base = base;
        this.mailBase = options.mailBase();
        this.store = Template.of(options.storeTemplate());
        this.sharedStore = Template.of(options.sharedStoreTemplate());
        options.defaults().forEach((name, template) -> defaults.put(name, Template.of(template)));
    }

    /** No values leave the attribute as it is. */
    void put(String attribute, List<String> found) {
        if (!found.isEmpty()) {
            values.put(attribute, List.copyOf(found));
        }
    }

    void clear(String attribute) {
        values.remove(attribute);
    }

    List<String> values(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    Optional<String> first(String attribute) {
        return values(attribute).stream().findFirst();
    }

    /** From the user's templates, what is missing; twice, since one may need another. */
    void fillDefaults() {
        for (int i = 0; i < 2; i++) {
            defaults.forEach((attribute, template) -> {
                if (values(attribute).isEmpty()) {
                    put(attribute, template.fill(this::variable).stream().toList());
                }
            });
        }
    }

    void fillStore() {
        if (values("mailMessageStore").isEmpty()) {
            boolean shared = values("accountStatus").contains("shared");
            put(
                    "mailMessageStore",
                    (shared ? sharedStore : store).fill(this::variable).stream().toList());
        }
    }

    /** Named by its first cn, which must be there. */
    ReadOnlyEntry entry() {
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("objectClass", OBJECT_CLASSES));
        values.forEach((name, list) -> attributes.add(new Attribute(name, list)));
        return new ReadOnlyEntry(named(base, first("cn").orElseThrow()).toString(), attributes);
    }

    static DN named(DN base, String cn) {
        return new DN(new RDN("cn", cn), base);
    }

    /** As in a template for rows of our own. */
    private Optional<String> variable(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "base" -> Optional.of(mailBase.toString());
            case "localpart" -> mailPart(0);
            case "domain" -> mailPart(1);
            case "name" -> first("cn").map(cn -> cn.toLowerCase(Locale.ROOT).replaceAll("\\s+", "."));
            default -> first(name);
        };
    }

    private Optional<String> mailPart(int part) {
        return first("mail")
                .map(mail -> mail.split("@", -1))
                .filter(parts -> parts.length == 2)
                .map(parts -> parts[part]);
    }
}
