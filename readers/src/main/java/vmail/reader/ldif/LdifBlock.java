package vmail.reader.ldif;

import java.util.List;

/**
 * The lines between two blank ones, comments and version left out.
 *
 * @param lines at least one
 * @param tooLarge true when lines were left out because the record is larger than the reader takes
 */
record LdifBlock(List<LdifLine> lines, boolean tooLarge) {

    LdifBlock {
        lines = List.copyOf(lines);
    }

    long firstLine() {
        return lines.get(0).number();
    }
}
