package vmail.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A place on disk that no entry of the directory names. */
public record DiskPath(Path path) implements Origin {

    private static final char REPLACEMENT = '\uFFFD';

    /**
     * The path as people can read and copy it: bytes that are not UTF-8, controls, marks that turn the direction of text, and
     * the backslash are shown as {@code \xNN}, since anybody who can write below the mail base chooses names.
     */
    @Override
    public String toString() {
        // only an undecodable name needs its bytes, and only its URI has them
        return path.toString().indexOf(REPLACEMENT) < 0 ? shown(path.toString()) : shownBytes(bytes(path));
    }

    /** The same for text that comes from disk but is no path: the target of a link, a line of a file. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    shown.append(escaped(b));
                }
            }
        });
        return shown.toString();
    }

    private static String shownBytes(byte[] bytes) {
        StringBuilder shown = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int length = characterLength(bytes, i);
            if (length == 0) {
                shown.append(escaped(bytes[i]));
                i++;
            } else {
                shown.append(shown(new String(bytes, i, length, StandardCharsets.UTF_8)));
                i += length;
            }
        }
        return shown.toString();
    }

    /** How many bytes the UTF-8 character at an index has; 0 when there is none. */
    private static int characterLength(byte[] bytes, int at) {
        for (int length = 1; length <= 4 && at + length <= bytes.length; length++) {
            if (isUtf8(bytes, at, length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isUtf8(byte[] bytes, int at, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] bytes(Path path) {
        String uri = path.toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length());
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) == '%') {
                bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(uri.charAt(i));
            }
        }
        byte[] all = bytes.toByteArray();
        // a URI of a directory ends with a slash, a path does not
        boolean slash = all.length > 1 && all[all.length - 1] == '/';
        return slash ? Arrays.copyOf(all, all.length - 1) : all;
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> c != '\\';
        };
    }

    private static String escaped(byte b) {
        return String.format("\\x%02x", b);
    }
}
