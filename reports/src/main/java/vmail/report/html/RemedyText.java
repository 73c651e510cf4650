package vmail.report.html;

/**
 * A remedy with the command in it set apart, as far as it can be told from the sentence: what stands behind its first colon, or begins
 * with {@code vmail}.
 */
public record RemedyText(String before, String command, String after) {

    private static final String COLON = ": ";
    private static final String VMAIL = "vmail ";

    static RemedyText of(String remedy) {
        int colon = remedy.indexOf(COLON);
        int vmail = remedy.indexOf(VMAIL);
        if (vmail >= 0 && (colon < 0 || vmail < colon) && startsWord(remedy, vmail)) {
            return upTo(remedy, vmail, end(remedy, vmail));
        }
        if (colon >= 0) {
            return upTo(remedy, colon + COLON.length(), remedy.length() - 1);
        }
        return new RemedyText(remedy, "", "");
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || text.charAt(at - 1) == ' ';
    }

    /** A sentence goes on behind a comma or a semicolon. */
    private static int end(String text, int from) {
        int end = text.length() - 1;
        for (String mark : new String[] {", ", "; ", " and ", " or "}) {
            int at = text.indexOf(mark, from);
            if (at >= 0 && at < end) {
                end = at;
            }
        }
        return end;
    }

    private static RemedyText upTo(String text, int from, int end) {
        return new RemedyText(text.substring(0, from), text.substring(from, end), text.substring(end));
    }
}
