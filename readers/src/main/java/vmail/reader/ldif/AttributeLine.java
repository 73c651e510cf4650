package vmail.reader.ldif;

import com.unboundid.util.Base64;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import vmail.reader.source.Fault;

/**
 * A logical line cut into attribute and value, as it is written.
 *
 * @param name empty when the line is no attribute line at all
 * @param value without the blanks before it; still base64 when marked so
 */
record AttributeLine(LdifLine line, String name, Marker marker, String value) {

    /** What stands between name and value. */
    enum Marker {
        TEXT,
        BASE64,
        URL,
        NONE
    }

    static AttributeLine of(LdifLine line) {
        String text = line.text();
        int colon = text.indexOf(':');
        if (colon <= 0 || !isName(text, colon)) {
            return new AttributeLine(line, "", Marker.NONE, text);
        }
        char next = colon + 1 < text.length() ? text.charAt(colon + 1) : ' ';
        Marker marker = next == ':' ? Marker.BASE64 : next == '<' ? Marker.URL : Marker.TEXT;
        int start = marker == Marker.TEXT ? colon + 1 : colon + 2;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return new AttributeLine(line, text.substring(0, colon), marker, text.substring(start));
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The value as text; empty when it is not marked as text or base64, or does not decode to UTF-8. */
    Optional<String> text() {
        return switch (marker) {
            case TEXT -> Optional.of(value);
            case BASE64 -> decoded().flatMap(AttributeLine::asUtf8);
            case URL, NONE -> Optional.empty();
        };
    }

    /** What is wrong with the line, never with its value in it. */
    Optional<Fault> fault() {
        if (line.isCut()) {
            return Fault.of("the line is longer than 1 MiB", "Fold it, or leave the attribute out");
        }
        return switch (marker) {
            case NONE -> noAttribute();
            case URL ->
                Fault.of(
                        name + " is to be read from a URL (':<'), which is refused",
                        "Write the value itself, or its base64 after '::'");
            case BASE64 -> decoded().map(this::octetsFault).orElseGet(this::notBase64);
            case TEXT -> value.indexOf('\0') >= 0 ? nul() : Optional.empty();
        };
    }

    /** The line as the SDK's decoder takes it, with the usual name of the attribute. */
    String forDecoder() {
        String canonical = AttributeNames.canonical(name);
        if (marker == Marker.BASE64) {
            return canonical + ":: " + value.strip();
        }
        return canonical + line.text().substring(name.length());
    }

    private Optional<Fault> noAttribute() {
        if (value.startsWith(" ")) {
            return Fault.of("the line starts with a blank but continues nothing", "Remove the blank, or the line");
        }
        return Fault.of(
                "the line is neither 'attribute: value' nor the continuation of one",
                "Start a continuation line with a blank");
    }

    private Optional<Fault> octetsFault(byte[] octets) {
        if (AttributeKinds.isBinary(name)) {
            return Optional.empty();
        }
        Optional<String> text = asUtf8(octets);
        if (text.isEmpty()) {
            return Fault.of(name + " decodes to bytes that are not UTF-8", "Encode the value in UTF-8 before base64");
        }
        return text.get().indexOf('\0') >= 0 ? nul() : Optional.empty();
    }

    private Optional<Fault> nul() {
        return Fault.of(name + " contains a NUL character", "Remove it");
    }

    private Optional<Fault> notBase64() {
        String remedy = AttributeKinds.isSecret(name)
                ? "Write %s: {SSHA}... as slappasswd prints it, or the base64 of that after '::'".formatted(name)
                : "Write %s: VALUE with one colon, or the base64 of the value after '::'".formatted(name);
        return Fault.of(name + " is marked as base64 by '::' but is not", remedy);
    }

    private Optional<byte[]> decoded() {
        try {
            return Optional.of(Base64.decode(value.strip()));
        } catch (ParseException e) {
            // its message quotes the value
            return Optional.empty();
        }
    }

    private static Optional<String> asUtf8(byte[] octets) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter && (i == 0 || "-.;_".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }
}
