package vmail.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code maildirsize}: limits in the first line, then changes of size and number to be added up (maildirquota(7)).
 *
 * @param limit as it stands in the first line: {@code 5000S,10C}
 * @param limitBytes 0 when there is none
 * @param limitMessages 0 when there is none
 * @param fault what is wrong with it, as the rest of the sentence "maildirsize ..."; then the numbers mean nothing
 */
public record QuotaFile(
        String limit, long limitBytes, long limitMessages, long bytes, long messages, Optional<String> fault) {

    /** Courier makes it anew when it has more than 5,120 bytes. */
    public static final int LARGEST = 65_536;

    private static final Pattern LIMITS = Pattern.compile("(?:(\\d{1,18})S)?,?(?:(\\d{1,18})C)?");
    private static final Pattern CHANGE = Pattern.compile("\\s*(-?\\d{1,18})\\s+(-?\\d{1,18})\\s*");

    public static QuotaFile of(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Matcher limits = LIMITS.matcher(lines.isEmpty() ? "" : lines.get(0).strip());
        if (!limits.matches() || limits.group().isEmpty()) {
            return broken("has no limit in its first line");
        }
        long bytes = 0;
        long messages = 0;
        for (int i = 1; i < lines.size(); i++) {
            Matcher change = CHANGE.matcher(lines.get(i));
            if (!change.matches()) {
                return broken("has no size and number in line " + (i + 1));
            }
            bytes += Long.parseLong(change.group(1));
            messages += Long.parseLong(change.group(2));
        }
        return new QuotaFile(
                limits.group(), number(limits.group(1)), number(limits.group(2)), bytes, messages, Optional.empty());
    }

    /** One that can not be used. */
    public static QuotaFile broken(String fault) {
        return new QuotaFile("", 0, 0, 0, 0, Optional.of(fault));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
