package vmail.reader.source;

import java.util.List;
import java.util.Set;

/**
 * How raw rows of a table are cut; other formats need none of it.
 *
 * @param columns the names by position when the file has no header, empty for one that is named by its position; none when
 *     the first row is the header
 * @param rows what becomes of rows that are shorter or longer than the columns
 * @param empty cells that mean nothing, such as {@code NULL} and {@code \N} of SQL exports
 * @param guarded whether the apostrophe that guards a cell against formulas is taken off: {@code '=}, {@code '+},
 *     {@code '-}, {@code '@}
 * @param titled whether the first row is no record although the columns are given: its titles are not looked at
 */
public record RawOptions(List<String> columns, Rows rows, Set<String> empty, boolean guarded, boolean titled) {

    /** The width of rows. */
    public enum Rows {
        /** Every row has as many cells as there are columns. */
        EXACT,
        /** Cells missing at the end are empty. */
        SHORT,
        /** Any width; a cell behind the last column is named by its position, {@code 7}. */
        FREE
    }

    /** A table with a header, rows as long as it. */
    public static final RawOptions HEADER = new RawOptions(List.of(), Rows.EXACT, Set.of(), false, false);

    /** No header at all: every cell is named by its position, the first is {@code 1}. */
    public static final RawOptions POSITIONS = new RawOptions(List.of(), Rows.FREE, Set.of(), false, false);

    public RawOptions {
        columns = List.copyOf(columns);
        empty = Set.copyOf(empty);
    }

    public static RawOptions of(List<String> columns) {
        return new RawOptions(columns, Rows.EXACT, Set.of(), false, false);
    }

    public RawOptions with(Rows width) {
        return new RawOptions(columns, width, empty, guarded, titled);
    }

    public RawOptions withEmpty(Set<String> marks) {
        return new RawOptions(columns, rows, marks, guarded, titled);
    }

    public RawOptions withGuarded() {
        return new RawOptions(columns, rows, empty, true, titled);
    }

    public RawOptions withTitles() {
        return new RawOptions(columns, rows, empty, guarded, true);
    }

    /** Whether the columns are not named by the first row of the file. */
    public boolean isHeaderless() {
        return rows == Rows.FREE || !columns.isEmpty();
    }
}
