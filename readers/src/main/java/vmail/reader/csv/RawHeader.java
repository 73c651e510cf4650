package vmail.reader.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vmail.reader.source.PrintableText;
import vmail.reader.source.UnusableSource;

/**
 * The first row of a foreign table, taken as the names of its columns.
 *
 * @param titles as they are written, without blanks at the ends; a column without a name is empty
 */
record RawHeader(long line, char separator, List<String> titles) {

    private static final int LONGEST = 100;
    private static final Pattern DATA =
            Pattern.compile("[^@\\s]+@[^@\\s]+|[0-9]+|\\{[A-Za-z0-9-]+}.*|\\$[0-9a-z]+\\$.*");

    RawHeader {
        titles = List.copyOf(titles);
    }

    /** @throws UnusableSource when the row reads like a record, so that taking it as names would lose an account */
    static RawHeader of(String file, long line, String text) throws UnusableSource {
        String where = file + ":" + line;
        if (text.indexOf('\0') >= 0) {
            throw new UnusableSource(where, "the header contains a NUL character", "Check that this is a CSV file");
        }
        char separator = Separators.of(text);
        List<String> titles = Separators.cells(text, separator);
        if (titles.isEmpty()) {
            throw new UnusableSource(
                    where, "the quotes of the header do not match", "Write the column names without quotes");
        }
        if (titles.stream().anyMatch(RawHeader::isData)) {
            throw new UnusableSource(
                    where,
                    "this line looks like a record with %d cells, not like column names".formatted(titles.size()),
                    "Put a line with the names of the columns above it, or name them by position in a mapping:"
                            + " vmail inspect --write-mapping mapping.yaml " + PrintableText.of(file));
        }
        return new RawHeader(line, separator, titles);
    }

    /** The names that a line gives; none when it is no header. */
    static List<String> titles(String line) {
        List<String> titles = Separators.cells(line, Separators.of(line));
        return titles.stream().anyMatch(RawHeader::isData) ? List.of() : titles;
    }

    /** Columns whose name stands in an earlier column already, each with that column; both count from 0. */
    Map<Integer, Integer> repeated() {
        Map<String, Integer> first = new LinkedHashMap<>();
        Map<Integer, Integer> repeated = new LinkedHashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i).toLowerCase(Locale.ROOT);
            Integer earlier = title.isEmpty() ? null : first.putIfAbsent(title, i);
            if (earlier != null) {
                repeated.put(i, earlier);
            }
        }
        return repeated;
    }

    private static boolean isData(String title) {
        return title.length() > LONGEST || DATA.matcher(title).matches();
    }
}
