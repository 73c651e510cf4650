package vmail.reader.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmail.reader.source.PrintableText;
import vmail.reader.source.UnusableSource;

/**
 * The columns of a table. Every column must be known, so that a misspelt name never loses a whole attribute in silence.
 *
 * @param titles as they are written, without the blanks at the ends; those behind the last named column are empty
 */
public record Header(long line, char separator, List<String> titles) {

    private static final int LONGEST_SHOWN = 40;

    public Header {
        titles = List.copyOf(titles);
    }

    /** Whether a line is the header of a table of accounts, judged by its names. */
    public static boolean looksLike(String line) {
        List<String> titles = Separators.cells(line, separatorOf(line));
        long known = known(titles);
        return known >= 2 || (known == 1 && titles.size() == 1);
    }

    /** @throws UnusableSource when a column is unknown, without name or given twice, naming all such columns */
    static Header of(String file, long line, String text) throws UnusableSource {
        String where = file + ":" + line;
        if (text.indexOf('\0') >= 0) {
            throw new UnusableSource(where, "the header contains a NUL character", "Check that this is a CSV file");
        }
        char separator = separatorOf(text);
        RowScanner scanner = scan(text, separator);
        if (scanner.isOpen() || scanner.fault().isPresent()) {
            throw new UnusableSource(
                    where, "the quotes of the header do not match", "Write the column names without quotes");
        }
        Header header = new Header(line, separator, Separators.cells(text, separator));
        header.check(where);
        return header;
    }

    /** The attribute of a column; empty for our own columns and those without a name. */
    Optional<String> attribute(int column) {
        return ColumnNames.attribute(titles.get(column));
    }

    /** The columns up to the last that has a name. */
    int named() {
        int named = titles.size();
        while (named > 0 && titles.get(named - 1).isEmpty()) {
            named--;
        }
        return named;
    }

    private void check(String where) throws UnusableSource {
        if (known(titles) == 0 || unknown().anyMatch(title -> title.indexOf('@') >= 0)) {
            throw noHeader(where);
        }
        int empty = titles.subList(0, named()).indexOf("");
        if (empty >= 0) {
            throw new UnusableSource(where, "column %d has no name".formatted(empty + 1), "Name it, or remove it");
        }
        if (unknown().findAny().isPresent()) {
            throw new UnusableSource(
                    where,
                    "not known as columns: "
                            + unknown().map(Header::withNearest).collect(Collectors.joining(", ")),
                    "Rename or remove them; known are " + String.join(", ", ColumnNames.known()));
        }
        for (List<String> same : titlesByAttribute().values()) {
            if (same.size() > 1) {
                throw new UnusableSource(
                        where,
                        "several columns for one attribute: " + String.join(", ", same),
                        "Keep one; several values in a cell are divided by '|'");
            }
        }
    }

    /** A row of data where the header should be may hold a password, so it is shown only when it reads like names. */
    private UnusableSource noHeader(String where) {
        boolean names = titles.stream().allMatch(title -> title.matches("[\\p{L} ._()\\[\\]-]*"));
        String found = names
                ? "no column name is known here, found "
                        + titles.stream().map(Header::shown).collect(Collectors.joining(", "))
                : "this line looks like a record with %d cells, not like column names".formatted(titles.size());
        return new UnusableSource(where, found, "Start the file with names such as cn,sn,uid,mail");
    }

    private Map<String, List<String>> titlesByAttribute() {
        Map<String, List<String>> map = new TreeMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = shown(titles.get(i)) + " (column " + (i + 1) + ")";
            attribute(i)
                    .ifPresent(name ->
                            map.computeIfAbsent(name, key -> new ArrayList<>()).add(title));
        }
        return map;
    }

    private Stream<String> unknown() {
        Predicate<String> ours = ColumnNames::isIgnored;
        return titles.stream()
                .filter(title -> !title.isEmpty())
                .filter(ours.negate())
                .filter(title -> ColumnNames.attribute(title).isEmpty());
    }

    private static String withNearest(String title) {
        return shown(title)
                + ColumnNames.nearest(title)
                        .map(near -> " (did you mean " + near + "?)")
                        .orElse("");
    }

    private static String shown(String title) {
        return "'" + PrintableText.of(title, LONGEST_SHOWN) + "'";
    }

    /** The separator that makes most known names of the line; of equals the one that makes most columns. */
    private static char separatorOf(String line) {
        return Separators.of(line, Header::known);
    }

    private static long known(List<String> titles) {
        return titles.stream()
                .filter(title -> ColumnNames.attribute(title).isPresent())
                .count();
    }

    private static RowScanner scan(String line, char separator) {
        RowScanner scanner = new RowScanner(separator);
        scanner.add(line);
        return scanner;
    }
}
