package vmail.reader.source;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a file holds its records. */
public enum SourceFormat {
    /** A table with a header row. */
    CSV,
    /** Entries in text (RFC 2849). */
    LDIF,
    /** What {@code zmprov -l gaa -v} of Zimbra prints. */
    ZMPROV;

    private static final Pattern LDIF_START = Pattern.compile("(?i)(dn|version)\\s*:.*");
    /** A line of passwd(5): seven cells, the third and fourth numbers. */
    private static final Pattern PASSWD = Pattern.compile("[^:]+:[^:]*:\\d+:\\d+:[^:]*:[^:]*:[^:]*");

    private static final Pattern ATTRIBUTE_START = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.;_-]*:.*");

    /**
     * The format of a file with this first line of content; its name decides only where the line does not tell.
     *
     * @param line empty when the file has none but comments and blank lines
     * @param columns whether the line names columns of a table that are known here
     */
    static SourceFormat of(String line, boolean columns, String name) {
        if (PASSWD.matcher(line).matches()) {
            return CSV;
        }
        if (LDIF_START.matcher(line).matches()) {
            return LDIF;
        }
        if (columns) {
            return CSV;
        }
        String suffix = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        boolean named = suffix.endsWith(".ldif") || suffix.endsWith(".ldf");
        return named || ATTRIBUTE_START.matcher(line).matches() ? LDIF : CSV;
    }
}
