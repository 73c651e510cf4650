package vmail.reader.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vmail.account.MailBase;

/**
 * What the variables of a template stand for in one row: {@code {base}} the mail base, {@code {localpart}} and {@code
 * {domain}} of the first mail, {@code {name}} the cn as a directory name, any other the first value of that attribute.
 */
record RowVariables(Map<String, List<String>> values, MailBase base) {

    private static final Set<String> OWN = Set.of("base", "localpart", "domain", "name");

    /** Whether some row may have a value for the variable. */
    static boolean isKnown(String variable) {
        return OWN.contains(variable.toLowerCase(Locale.ROOT))
                || ColumnNames.attribute(variable).isPresent();
    }

    /** Empty when the row has no such value, or it is ambiguous: a mail with two {@code @} has no local part. */
    Optional<String> valueOf(String variable) {
        return switch (variable.toLowerCase(Locale.ROOT)) {
            case "base" -> Optional.of(base.toString());
            case "localpart" -> mailParts().map(parts -> parts[0]);
            case "domain" -> mailParts().map(parts -> parts[1]);
            case "name" -> first("cn").map(cn -> cn.toLowerCase(Locale.ROOT).replaceAll("\\s+", "."));
            // the schema's own name is the quick way: this is asked for every row
            default ->
                values.containsKey(variable)
                        ? first(variable)
                        : first(ColumnNames.attribute(variable).orElse(variable));
        };
    }

    private Optional<String[]> mailParts() {
        return first("mail").map(mail -> mail.split("@", -1)).filter(parts -> parts.length == 2);
    }

    private Optional<String> first(String attribute) {
        return values.getOrDefault(attribute, List.of()).stream().findFirst();
    }
}
