package vmail.reader.source;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vmail.reader.source.TextEncoding.Why;

/** What the first bytes of a file tell about its encoding for certain. */
final class EncodingMarks {

    /** Enough bytes to tell by NUL bytes, even where the first characters are not ASCII. */
    static final int HEAD = 4096;

    /** UTF-32LE stands before UTF-16LE, whose mark is the beginning of its own. */
    private static final List<String> MARKED = List.of("UTF-8", "UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE");

    private EncodingMarks() {}

    static Optional<TextEncoding> mark(byte[] head) {
        for (String name : MARKED) {
            Charset charset = Charset.forName(name);
            byte[] mark = "\ufeff".getBytes(charset);
            if (head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length)) {
                return Optional.of(new TextEncoding(charset, mark.length, Why.MARK));
            }
        }
        return Optional.empty();
    }

    /**
     * An encoding with a NUL byte in every character of ASCII, as older exports of Exchange have it without mark. A table
     * or LDIF is mostly ASCII, at least its separators and line ends.
     */
    static Optional<TextEncoding> nuls(byte[] head) {
        for (String name : MARKED.subList(1, MARKED.size())) {
            if (hasNulsOf(name, head)) {
                return Optional.of(new TextEncoding(Charset.forName(name), 0, Why.NULS));
            }
        }
        return Optional.empty();
    }

    private static boolean hasNulsOf(String name, byte[] head) {
        int width = name.contains("32") ? 4 : 2;
        int characters = head.length / width;
        int ascii = 0;
        int nuls = 0;
        for (int i = 0; i < characters * width; i += width) {
            int last = name.endsWith("LE") ? i : i + width - 1;
            ascii += isAscii(head, i, width, last) ? 1 : 0;
            nuls += head[last] == 0 ? 1 : 0;
        }
        // not none: the ideographic blank U+3000 has one too
        return characters >= 2 && nuls * 50 <= characters && ascii * 10 >= characters;
    }

    private static boolean isAscii(byte[] bytes, int from, int width, int place) {
        for (int i = from; i < from + width; i++) {
            if (i == place ? bytes[i] <= 0 : bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
