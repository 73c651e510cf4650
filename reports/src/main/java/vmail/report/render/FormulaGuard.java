package vmail.report.render;

/**
 * A cell that a spreadsheet takes for text, never for a formula (OWASP, CSV Injection). A value whose first visible
 * character is {@code = + - @}, or which starts with tab, carriage return, line feed or NUL, gets an apostrophe in front;
 * so does one that starts with an apostrophe, which makes {@link #remove} exact.
 */
public final class FormulaGuard {

    /** The four ASCII characters and their full-width forms, which some spreadsheets fold. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    public static String put(String value) {
        return needsGuard(value) ? "'" + value : value;
    }

    /** The value as it was before {@link #put}. */
    public static String remove(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static boolean needsGuard(String value) {
        if (value.isEmpty()) {
            return false;
        }
        if ("'\t\r\n\0".indexOf(value.charAt(0)) >= 0) {
            return true;
        }
        String visible = value.stripLeading();
        return !visible.isEmpty() && SIGNS.indexOf(visible.charAt(0)) >= 0;
    }
}
