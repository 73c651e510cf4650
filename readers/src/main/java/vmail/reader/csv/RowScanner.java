package vmail.reader.csv;

import java.util.Optional;
import vmail.reader.source.Fault;

/**
 * Follows the quotes of one record over its physical lines (RFC 4180): says where it ends and whether it is sound, before
 * a parser sees it.
 *
 * <p>Needed because Commons CSV throws at a stray quote and then goes on in the middle of the broken record, which gives a
 * wrong account instead of an error; and because an open quote makes it swallow the rest of the file.
 */
final class RowScanner {

    private static final int LONGEST_CELL = 64 << 10;

    private enum State {
        START,
        PLAIN,
        QUOTED,
        /** Behind a quote that ends the cell, or is the first of two. */
        CLOSED,
        /** Behind the blanks that follow a closing quote. */
        AFTER
    }

    private final char separator;
    private final StringBuilder text = new StringBuilder();
    private State state = State.START;
    private int cell = 1;
    private int cellStart;
    private boolean lineBreak;
    private boolean doubtfulBreak;
    private boolean breakInCell;
    private boolean separatorInCell;
    private Optional<Fault> fault = Optional.empty();

    RowScanner(char separator) {
        this.separator = separator;
    }

    /** Takes the record's next physical line; not after {@link #fault}. */
    void add(String line) {
        if (state == State.QUOTED) {
            text.append('\n');
            lineBreak = true;
            breakInCell = true;
            doubtfulBreak |= separatorInCell;
        }
        for (int i = 0; i < line.length() && fault.isEmpty(); i++) {
            take(line.charAt(i));
        }
        if (fault.isEmpty() && state != State.QUOTED) {
            checkLength();
        }
    }

    /** True while a quoted cell goes on on the next line. */
    boolean isOpen() {
        return state == State.QUOTED;
    }

    boolean hasLineBreak() {
        return lineBreak;
    }

    /** Whether a cell that runs over lines holds a separator as well, so that it may be the halves of two rows. */
    boolean hasDoubtfulBreak() {
        return doubtfulBreak;
    }

    Optional<Fault> fault() {
        return fault;
    }

    /** The fault of a record whose quote is never closed. */
    Fault notClosed() {
        return new Fault("the quote that opens cell %d is not closed".formatted(cell), "Close it, or remove it");
    }

    /** The record without the blanks around quoted cells; for a parser. */
    String text() {
        return text.toString();
    }

    private void take(char c) {
        if (c == separator && state != State.QUOTED) {
            checkLength();
            text.append(c);
            state = State.START;
            cell++;
            breakInCell = false;
            separatorInCell = false;
            cellStart = text.length();
            return;
        }
        switch (state) {
            case START -> start(c);
            case PLAIN -> plain(c);
            case QUOTED -> quoted(c);
            case CLOSED -> closed(c);
            case AFTER -> after(c);
        }
    }

    private void start(char c) {
        if (c == '"') {
            text.setLength(cellStart);
            state = State.QUOTED;
        } else if (!isBlank(c)) {
            state = State.PLAIN;
        }
        text.append(c);
    }

    private void plain(char c) {
        if (c == '"') {
            fail(
                    "a quote inside cell %d, which does not start with one",
                    "Put the cell in quotes and double the one inside");
        }
        text.append(c);
    }

    private void quoted(char c) {
        state = c == '"' ? State.CLOSED : State.QUOTED;
        separatorInCell |= c == separator;
        doubtfulBreak |= breakInCell && separatorInCell;
        text.append(c);
    }

    private void closed(char c) {
        if (c == '"') {
            state = State.QUOTED;
            text.append(c);
        } else {
            after(c);
        }
    }

    private void after(char c) {
        state = State.AFTER;
        if (!isBlank(c)) {
            fail("text behind the closing quote of cell %d", "Double the quotes inside a cell, or remove them");
        }
    }

    private void checkLength() {
        if (text.length() - cellStart > LONGEST_CELL) {
            fail("cell %d is longer than 64 KiB", "Shorten it");
        }
    }

    private void fail(String message, String remedy) {
        if (fault.isEmpty()) {
            fault = Fault.of(message.formatted(cell), remedy);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
