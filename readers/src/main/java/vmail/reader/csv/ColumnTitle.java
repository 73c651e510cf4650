package vmail.reader.csv;

import java.util.Locale;
import java.util.regex.Pattern;

/** What counts of the title of a column. */
public final class ColumnTitle {

    /** As Google Workspace adds it: {@code First Name [Required]}, {@code Status [READ ONLY]}. */
    private static final Pattern SUFFIX = Pattern.compile("\\s*(\\[[^]]*]|\\([^)]*\\))$");

    private static final Pattern IGNORED = Pattern.compile("[\\s_-]");

    private ColumnTitle() {}

    /** Case, blanks, {@code _}, {@code -} and a remark in brackets at the end do not count: {@code E-Mail [Required]} is {@code email}. */
    public static String plain(String title) {
        return IGNORED.matcher(withoutRemark(title)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Without the remark in brackets at its end; a title that is nothing else stays as it is. */
    public static String withoutRemark(String title) {
        String stripped = title.strip();
        if (!stripped.endsWith("]") && !stripped.endsWith(")")) {
            return stripped;
        }
        String name = SUFFIX.matcher(stripped).replaceFirst("");
        return name.isEmpty() ? stripped : name;
    }
}
