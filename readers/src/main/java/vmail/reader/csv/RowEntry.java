package vmail.reader.csv;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vmail.account.AccountStatus;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Template;

/** Makes the entry of a row: its attributes, those it lacks from templates, and its name below the account base. */
final class RowEntry {

    private static final Set<String> MULTIPLE = Set.of("mail", "mailAlternateAddress", "seeAlso", "postOfficeBox");
    private static final String[] OBJECT_CLASSES = {
        "top", "person", "organizationalPerson", "inetOrgPerson", "qmailUser"
    };

    // a DN may hold either as \| and \;
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern SEMICOLON = Pattern.compile("(?<!\\\\);");
    private static final Pattern BAR_OR_SEMICOLON = Pattern.compile("(?<!\\\\)[|;]");

    /** By column; empty for columns that are no attribute. */
    private final List<String> attributes;

    private final Pattern dividers;
    private final ReadOptions options;
    private final DN base;
    private final Map<String, Template> defaults = new LinkedHashMap<>();
    private final Template store;
    private final Template sharedStore;

    RowEntry(Header header, ReadOptions options, DN base) {
        this.attributes = IntStream.range(0, header.titles().size())
                .mapToObj(column -> header.attribute(column).orElse(""))
                .toList();
        this.dividers = dividers(header.separator());
        this.options = options;
        this.base = base;
        ou(base).ifPresent(value -> defaults.put("ou", new Template(List.of(value))));
        options.defaults()
                .forEach((name, template) ->
                        defaults.put(ColumnNames.attribute(name).orElse(name), Template.of(template)));
        this.store = Template.of(options.storeTemplate());
        this.sharedStore = Template.of(options.sharedStoreTemplate());
    }

    /** The entry; empty when the row has no cn, so that it has no name. */
    Optional<ReadOnlyEntry> of(List<String> cells) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < cells.size(); i++) {
            String name = attributes.get(i);
            if (!name.isEmpty()) {
                put(values, name, name.equals("userPassword") ? secret(cells.get(i)) : split(name, cells.get(i)));
            }
        }
        fillDefaults(values);
        fillStore(values);
        Optional<String> cn = new RowVariables(values, options.mailBase()).valueOf("cn");
        return cn.map(name -> {
            List<Attribute> entry = new ArrayList<>();
            entry.add(new Attribute("objectClass", OBJECT_CLASSES));
            values.forEach((attribute, list) -> entry.add(new Attribute(attribute, list)));
            return new ReadOnlyEntry(below(name).toString(), entry);
        });
    }

    private List<String> split(String attribute, String cell) {
        if (cell.isEmpty() || !MULTIPLE.contains(attribute)) {
            return nonEmpty(cell);
        }
        List<String> parts = new ArrayList<>();
        for (String part : dividers.split(cell, -1)) {
            for (String value : nonEmpty(part)) {
                parts.add(attribute.equals("seeAlso") ? sharedAccount(value) : value);
            }
        }
        return parts;
    }

    /** A full DN as it is; else the cn of an account next to this one. */
    private String sharedAccount(String value) {
        return value.indexOf('=') > 0 ? value : below(value).toString();
    }

    /** Repeats as long as something was filled, since a default may need another. */
    private void fillDefaults(Map<String, List<String>> values) {
        RowVariables variables = new RowVariables(values, options.mailBase());
        boolean filled = true;
        while (filled) {
            filled = false;
            for (Map.Entry<String, Template> each : defaults.entrySet()) {
                Optional<String> value = values.containsKey(each.getKey())
                        ? Optional.empty()
                        : each.getValue().fill(variables::valueOf);
                if (value.isPresent()) {
                    put(values, each.getKey(), split(each.getKey(), value.get()));
                    filled |= values.containsKey(each.getKey());
                }
            }
        }
    }

    private void fillStore(Map<String, List<String>> values) {
        if (values.containsKey("mailMessageStore")) {
            return;
        }
        RowVariables variables = new RowVariables(values, options.mailBase());
        boolean shared = variables.valueOf("accountStatus").flatMap(AccountStatus::of).stream()
                .anyMatch(AccountStatus.SHARED::equals);
        (shared ? sharedStore : store)
                .fill(variables::valueOf)
                .ifPresent(value -> put(values, "mailMessageStore", List.of(value)));
    }

    private DN below(String cn) {
        return new DN(new RDN("cn", cn), base);
    }

    /** What divides values in a cell can not be what divides cells. */
    private static Pattern dividers(char separator) {
        return switch (separator) {
            case ';' -> BAR;
            case '|' -> SEMICOLON;
            default -> BAR_OR_SEMICOLON;
        };
    }

    private static void put(Map<String, List<String>> values, String attribute, List<String> found) {
        if (!found.isEmpty()) {
            values.put(attribute, found);
        }
    }

    private static List<String> nonEmpty(String cell) {
        String value = cell.strip();
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /** Blanks at the ends of a password may belong to it. */
    private static List<String> secret(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell);
    }

    private static Optional<String> ou(DN base) {
        RDN rdn = base.getRDN();
        if (rdn == null) {
            return Optional.empty();
        }
        for (Attribute attribute : rdn.getAttributes()) {
            if (attribute.getName().equalsIgnoreCase("ou")) {
                return Optional.ofNullable(attribute.getValue());
            }
        }
        return Optional.empty();
    }
}
