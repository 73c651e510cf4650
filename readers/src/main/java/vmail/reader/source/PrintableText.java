package vmail.reader.source;

/** Text from outside, made safe for one line of a message: no control can move the cursor or start a new line. */
public final class PrintableText {

    private PrintableText() {}

    /** Controls, line separators and invisible format characters become {@code \n}, {@code \t}, {@code \}{@code u200b}. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(PrintableText::isHidden)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    /** The same, cut to a length that a message can bear. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? of(text) : of(text.substring(0, longest)) + "...";
    }

    private static void append(StringBuilder safe, int c) {
        if (!isHidden(c)) {
            safe.appendCodePoint(c);
        } else if (c == '\n') {
            safe.append("\\n");
        } else if (c == '\t') {
            safe.append("\\t");
        } else {
            safe.append(String.format("\\u%04x", c));
        }
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
