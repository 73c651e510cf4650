package vmail.reader.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;
import vmail.reader.source.TextEncoding.Why;

/**
 * Finds the encoding of a file from all its bytes: what is UTF-8 is UTF-8, what reads like a Western export is windows-1252,
 * of which ISO-8859-1 is a part; other scripts are told by juniversalchardet. Where nothing fits well, it asks instead of
 * guessing: a wrong guess gives accounts wrong names, which nobody sees.
 */
final class EncodingDetection {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private EncodingDetection() {}

    /**
     * @param asked what the user said; a byte order mark goes before it, since no text starts with one by chance
     * @throws UnusableSource when the encoding can not be told
     */
    static TextEncoding of(Path file, String name, Optional<Charset> asked) throws IOException {
        byte[] head;
        ByteCensus census = new ByteCensus();
        try (InputStream in = TextFile.bytes(file, name)) {
            head = in.readNBytes(EncodingMarks.HEAD);
            Optional<TextEncoding> known = EncodingMarks.mark(head)
                    .or(() -> asked.map(charset -> new TextEncoding(charset, 0, Why.GIVEN)))
                    .or(() -> EncodingMarks.nuls(head));
            if (known.isPresent()) {
                return known.get();
            }
            census.add(head, head.length);
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer, 0, buffer.length); n > 0; n = in.read(buffer, 0, buffer.length)) {
                census.add(buffer, n);
            }
        }
        census.end();
        // with some faults it is refused where the first stands, since as anything else all other names would be wrong
        return census.isUtf8() || census.isUtf8WithFaults()
                ? TextEncoding.UTF_8
                : new TextEncoding(detected(file, name, census), 0, Why.DETECTED);
    }

    private static Charset detected(Path file, String name, ByteCensus census) throws IOException {
        String found = detector(file, name).toUpperCase(Locale.ROOT);
        if (found.equals("SHIFT_JIS") && census.isLikeShiftJis()) {
            return Charset.forName(found);
        }
        if (census.isWestern()) {
            boolean trusted = census.isOtherScript() && !found.isEmpty() && Charset.isSupported(found);
            return trusted ? Charset.forName(found) : WESTERN;
        }
        boolean cyrillic = found.equals("IBM866") || found.equals("WINDOWS-1251") || found.equals("KOI8-R");
        if (cyrillic && census.isOtherScript()) {
            return Charset.forName(found);
        }
        throw new UnusableSource(
                name,
                "its encoding can not be told: it is not UTF-8, and most letters beyond ASCII would be odd signs in"
                        + " windows-1252",
                "Name the encoding: --encoding NAME, such as IBM850, macintosh or Shift_JIS");
    }

    /** Its name for the encoding, empty when it has none. */
    private static String detector(Path file, String name) throws IOException {
        UniversalDetector detector = new UniversalDetector();
        try (InputStream in = TextFile.bytes(file, name)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer, 0, buffer.length); n > 0 && !detector.isDone(); n = in.read(buffer)) {
                detector.handleData(buffer, 0, n);
            }
        }
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).orElse("");
    }
}
