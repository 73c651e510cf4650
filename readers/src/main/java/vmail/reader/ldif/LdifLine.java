package vmail.reader.ldif;

import java.util.List;
import java.util.stream.Stream;
import vmail.reader.source.TextLine;

/**
 * A logical line: a physical line and its continuations, which start with a blank (RFC 2849, note 2).
 *
 * @param folds grows while the record is being read
 */
record LdifLine(TextLine first, List<TextLine> folds) {

    long number() {
        return first.number();
    }

    /** The text put together again. */
    String text() {
        if (folds.isEmpty()) {
            return first.text();
        }
        StringBuilder text = new StringBuilder(first.text());
        folds.forEach(fold -> text.append(
                fold.text(), Math.min(1, fold.text().length()), fold.text().length()));
        return text.toString();
    }

    Stream<TextLine> physical() {
        return Stream.concat(Stream.of(first), folds.stream());
    }

    boolean isCut() {
        return physical().anyMatch(TextLine::cut);
    }
}
