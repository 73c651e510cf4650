package vmail.reader.csv;

import java.util.Optional;
import vmail.reader.source.Fault;

/**
 * One logical record.
 *
 * @param text sound CSV, or empty when there is a fault
 */
record CsvRow(long firstLine, String text, Optional<Fault> fault) {

    static CsvRow sound(long line, String text) {
        return new CsvRow(line, text, Optional.empty());
    }

    static CsvRow faulty(long line, Fault fault) {
        return new CsvRow(line, "", Optional.of(fault));
    }
}
