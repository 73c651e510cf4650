package vmail.writer.configuration;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Values as the three servers' files take them; what can not be written so is refused, since it would become another line or value. */
final class Quoting {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern IN_LIST = Pattern.compile("[\\s,{}]");
    private static final Pattern MEANS_SOMETHING_IN_REGEX = Pattern.compile("[.\\[\\]()*+?{}|^$\\\\]");
    private static final String PLAIN_IN_URL = "=,.-_~:/@+";

    private Quoting() {}

    /** The rest of a line, as Postfix's maps and authldaprc take it. */
    static String line(String what, String value) {
        if (value.isEmpty()
                || !value.equals(value.strip())
                || CONTROL.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "%s can not be written into a configuration file: \"%s\" is empty, begins or"
                                    .formatted(what, CONTROL.matcher(value).replaceAll("?"))
                            + " ends with a blank, or has a line end or another control character in it");
        }
        return value;
    }

    /** In ldap_table(5) a percent sign of {@code search_base} begins an expansion. */
    static String withoutExpansion(String what, String value) {
        return line(what, value).replace("%", "%%");
    }

    /** A path that is an item of a list in main.cf, where {@code $} begins a name of a setting. */
    static String listedPath(String what, String path) {
        if (IN_LIST.matcher(path).find()) {
            throw new IllegalArgumentException(
                    "%s can not be written into main.cf: %s has a blank, a comma or a brace in it"
                            .formatted(what, CONTROL.matcher(path).replaceAll("?")));
        }
        return line(what, path).replace("$", "$$");
    }

    /** An argument in slapd.conf(5), between double quotes. */
    static String quoted(String what, String value) {
        return "\"" + line(what, value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** An argument in slapd.conf(5) without quotes, for those that scripts read as well. */
    static String word(String what, String value) {
        if (value.chars().anyMatch(each -> each == ' ' || each == '"' || each == '\\' || each == '\'')) {
            throw new IllegalArgumentException(
                    "%s can not be written into slapd.conf: %s has a blank, a quote or a backslash in it"
                            .formatted(what, value));
        }
        return line(what, value);
    }

    /** As part of an extended regular expression, regex(7), it stands for itself. */
    static String regex(String value) {
        return MEANS_SOMETHING_IN_REGEX.matcher(value).replaceAll("\\\\$0");
    }

    /** As the DN of an LDAP URL (RFC 4516). */
    static String url(String value) {
        StringBuilder text = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0 && (Character.isLetterOrDigit(each) || PLAIN_IN_URL.indexOf(each) >= 0);
            text.append(plain ? String.valueOf((char) each) : "%%%02X".formatted(each & 0xff));
        }
        return text.toString();
    }
}
