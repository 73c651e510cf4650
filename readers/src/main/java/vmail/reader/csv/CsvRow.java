package vmail.reader.csv;

import java.util.Optional;
import vmail.reader.source.Fault;

/**
 * One logical record.
 *
 * @param text sound CSV, or empty when there is a fault other than a cell that runs over lines
 * @param mayBreak when the fault is such a cell: whether it holds no separator, so that a row with the right number of
 *     cells can not be the halves of two
 */
record CsvRow(long firstLine, String text, Optional<Fault> fault, boolean mayBreak) {

    static CsvRow faulty(long line, Fault fault) {
        return new CsvRow(line, "", Optional.of(fault), false);
    }
}
