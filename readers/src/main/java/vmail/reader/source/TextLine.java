package vmail.reader.source;

/**
 * One physical line, without its end.
 *
 * @param number counts from 1
 * @param cut true when the line was longer than the reader takes; the text is empty then
 */
public record TextLine(long number, String text, boolean cut) {

    /** True for a line that ends a record in LDIF and is skipped in CSV. */
    public boolean isEmpty() {
        return text.isEmpty() && !cut;
    }

    public boolean hasNul() {
        return text.indexOf('\0') >= 0;
    }
}
