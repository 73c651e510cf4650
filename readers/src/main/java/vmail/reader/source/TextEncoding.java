package vmail.reader.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a file's text, and how it is known.
 *
 * @param mark the bytes of the byte order mark at its start
 */
public record TextEncoding(Charset charset, int mark, Why why) {

    /** How an encoding is known. */
    public enum Why {
        /** Every byte fits. */
        UTF_8,
        /** By the byte order mark, which nothing else starts with. */
        MARK,
        /** By the NUL bytes that ASCII characters have in it. */
        NULS,
        /** By the user. */
        GIVEN,
        /** By what bytes stand next to each other; likely, not certain. */
        DETECTED
    }

    static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, 0, Why.UTF_8);

    /** One line that says what was chosen, where a reader of the file could have chosen otherwise; UTF-8 needs none. */
    public Optional<String> note(String file) {
        String how = switch (why) {
            case MARK -> "by its byte order mark";
            case NULS -> "by its NUL bytes; --encoding to choose";
            case DETECTED -> "detected; --encoding to choose";
            case UTF_8, GIVEN -> "";
        };
        boolean told = how.isEmpty() || charset.equals(StandardCharsets.UTF_8);
        return told ? Optional.empty() : Optional.of("%s: read as %s (%s)".formatted(file, charset.name(), how));
    }
}
