package vmail.reader.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vmail.reader.source.RawOptions;
import vmail.reader.source.UnusableSource;

/**
 * How the rows of a table are read.
 *
 * @param header what the first row is
 * @param anyWidth whether rows may have more cells than there are columns, which are named by their position then
 * @param repeated which rows are one record; empty when each stands for itself
 */
record TableRows(Header header, boolean anyWidth, Optional<Repeated> repeated) {

    /** The names of the columns above, each row for itself. */
    static final TableRows TITLES = new TableRows(Header.NAMES, false, Optional.empty());

    /** What SQL writes for no value. */
    private static final Set<String> NOTHING = Set.of("NULL", "\\N");

    /** The first row of a table. */
    enum Header {
        /** The names of the columns. */
        NAMES,
        /** A record like the others. */
        NONE,
        /** No record; the columns count by position all the same. */
        IGNORED
    }

    /**
     * Rows below each other that have the same value in one column are one record.
     *
     * @param differing columns that may have another value in each row; all are taken
     */
    record Repeated(String by, List<String> differing) {}

    static TableRows of(Section root) throws UnusableSource {
        boolean columns = root.has("columns");
        String word = root.text("header").orElse(columns ? "none" : "names");
        Header header = switch (word) {
            case "names" -> Header.NAMES;
            case "none" -> Header.NONE;
            case "ignored" -> Header.IGNORED;
            default ->
                throw root.broken("header", "the header is never '" + word + "'", "Write names, none or ignored");
        };
        if (header == Header.NAMES && columns) {
            throw root.broken("columns", "the header names the columns", "Remove columns:, or write header: ignored");
        }
        if (header == Header.IGNORED && !columns) {
            throw root.broken("header", "a header that is ignored needs columns:", "Name them in their order");
        }
        String width = root.text("width").orElse("columns");
        if (!List.of("any", "columns").contains(width)) {
            throw root.broken("width", "the width is never '" + width + "'", "Write any or columns");
        }
        boolean any = width.equals("any");
        if (any && header == Header.NAMES) {
            throw root.broken("width", "a cell behind the last title has no name", "Remove width:");
        }
        return new TableRows(header, any, repeated(root));
    }

    private static Optional<Repeated> repeated(Section root) throws UnusableSource {
        Optional<Section> given = root.section("repeated");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Section section = given.get().only("by", "differing");
        return Optional.of(new Repeated(section.required("by"), section.texts("differing")));
    }

    RawOptions options(List<String> columns) {
        RawOptions cells = switch (header) {
            case NAMES -> RawOptions.HEADER.with(RawOptions.Rows.SHORT);
            case NONE -> columns.isEmpty() ? RawOptions.POSITIONS : cells(columns);
            case IGNORED -> cells(columns).withTitles();
        };
        return cells.withEmpty(NOTHING).withGuarded();
    }

    private RawOptions cells(List<String> columns) {
        return RawOptions.of(columns).with(anyWidth ? RawOptions.Rows.FREE : RawOptions.Rows.SHORT);
    }
}
