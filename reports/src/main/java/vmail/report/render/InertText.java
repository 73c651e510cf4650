package vmail.report.render;

/**
 * Text that a terminal, a pager or an editor shows and does not obey. Names and values come from files and from the
 * directory, where slapd lets in escape sequences; printed as they are they recolour, overwrite or reorder the report
 * (OWASP ASVS 16.4.1).
 *
 * <p>Shown as {@code \}{@code u{1b}}: control characters (C0 with tab and line ends, DEL, C1), line and paragraph
 * separator, bidirectional controls, characters without width, tag characters, and surrogates without their partner.
 * Everything else stays, letters of any script too. A backslash in the text is left alone (DNs are full of them), so
 * the original can not always be told from the result; findings.json has it.
 */
public final class InertText {

    private InertText() {}

    public static String of(String text) {
        int first = firstActive(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder inert = new StringBuilder(text.length() + 16).append(text, 0, first);
        text.substring(first).codePoints().forEach(c -> {
            if (isActive(c)) {
                inert.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                inert.appendCodePoint(c);
            }
        });
        return inert.toString();
    }

    private static int firstActive(String text) {
        int i = 0;
        while (i < text.length() && !isActive(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static boolean isActive(int c) {
        return Character.isISOControl(c) || isInvisible(c) || isSurrogate(c);
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD // soft hyphen
                || c == 0x61C // Arabic letter mark
                || between(0x200B, c, 0x200F) // without width, left-to-right and right-to-left mark
                || between(0x2028, c, 0x202E) // line and paragraph separator, embeddings and overrides
                || between(0x2060, c, 0x206F) // word joiner, isolates
                || c == 0xFEFF // byte order mark
                || between(0xFFF9, c, 0xFFFB) // interlinear annotation
                || between(0xE0000, c, 0xE007F); // tags
    }

    private static boolean between(int first, int c, int last) {
        return first <= c && c <= last;
    }

    /** codePoints() joins pairs, so that a surrogate seen here has no partner. */
    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
