package vmail.reader.csv;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The cells of a sound row, cut by Commons CSV. */
final class CsvCells {

    private final CSVFormat format;

    CsvCells(char separator) {
        this.format = format(separator);
    }

    /** RFC 4180 with another separator; blanks are kept. */
    static CSVFormat format(char separator) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setRecordSeparator('\n')
                .get();
    }

    /** @throws AssertionError when the text is not what {@link RowScanner} lets through */
    List<String> of(String row) {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw new AssertionError("one row gave " + records.size() + " records");
            }
            return records.get(0).toList();
        } catch (IOException e) {
            // without its message and cause, which may quote a password
            throw new AssertionError("a sound row could not be parsed");
        }
    }
}
