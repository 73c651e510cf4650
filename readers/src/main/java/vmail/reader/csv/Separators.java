package vmail.reader.csv;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What may stand between the cells of a row, and which of them does. */
final class Separators {

    private static final List<Character> ALL = List.of(',', ';', '\t', '|', ':');

    private Separators() {}

    /** The separator that makes most columns of the line, not counting those in quotes; of equals the first of the list. */
    static char of(String line) {
        return of(line, titles -> 0);
    }

    /** The separator whose cells weigh most; of equals the one that makes most columns. */
    static char of(String line, ToLongFunction<List<String>> weight) {
        return ALL.stream()
                .filter(separator -> separator != ':' || cells(line, separator).size() > 2)
                .max(Comparator.<Character>comparingLong(separator -> weight.applyAsLong(cells(line, separator)))
                        .thenComparingInt(separator -> cells(line, separator).size())
                        .thenComparingInt(separator -> -ALL.indexOf(separator)))
                .orElse(',');
    }

    /** The cells of a line that is a whole row, without blanks at their ends; none when its quotes do not match. */
    static List<String> cells(String line, char separator) {
        RowScanner scanner = new RowScanner(separator);
        scanner.add(line);
        if (scanner.isOpen() || scanner.fault().isPresent() || line.isBlank()) {
            return List.of();
        }
        Stream<String> cells = new CsvCells(separator).of(scanner.text()).stream();
        return cells.map(String::strip).toList();
    }
}
