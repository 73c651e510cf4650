package vmail.reader.zmprov;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.reader.source.TextLine;

/**
 * One value, perhaps over several lines.
 *
 * @param text its lines, blank ones at the end left out
 */
record ZmprovValue(String name, boolean base64, String text, List<TextLine> lines) {

    /** Attributes of Zimbra's schema begin with a small letter; {@code Tel: 42} in a signature does not. */
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z][A-Za-z0-9-]*)(::?)( (.*)|)");

    /**
     * The values of an account. Its attributes stand together, so that a name that comes again behind others is text of a
     * signature or a reply, which may hold any line, {@code mail: other@mydomain.nl} too.
     */
    static List<ZmprovValue> of(List<TextLine> lines) {
        List<ZmprovValue> values = new ArrayList<>();
        List<TextLine> open = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String last = "";
        for (TextLine line : lines) {
            Matcher matcher = ATTRIBUTE.matcher(line.text());
            boolean again =
                    open.size() == 1 && matcher.matches() && matcher.group(1).equals(last);
            boolean begins = again || (matcher.matches() && !seen.contains(matcher.group(1)));
            if (begins) {
                finish(open, values);
                last = matcher.group(1);
                seen.add(last);
            }
            if (begins || !open.isEmpty()) {
                open.add(line);
            }
        }
        finish(open, values);
        return values;
    }

    /** A line that only another account can have brought into this value: the one that begins it is damaged. */
    Optional<TextLine> stranger() {
        return lines.stream()
                .skip(1)
                .filter(line ->
                        line.text().startsWith("zimbraId:") || line.text().startsWith("objectClass:"))
                .findFirst();
    }

    private static void finish(List<TextLine> open, List<ZmprovValue> values) {
        if (open.isEmpty()) {
            return;
        }
        Matcher matcher = ATTRIBUTE.matcher(open.get(0).text());
        if (!matcher.matches()) {
            throw new AssertionError("a value begins at line " + open.get(0).number());
        }
        StringBuilder text = new StringBuilder(matcher.group(3).strip());
        open.stream().skip(1).forEach(line -> text.append('\n').append(line.text()));
        String whole = text.toString().stripTrailing();
        values.add(new ZmprovValue(matcher.group(1), matcher.group(2).equals("::"), whole, List.copyOf(open)));
        open.clear();
    }
}
