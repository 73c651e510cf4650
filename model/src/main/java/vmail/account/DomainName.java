package vmail.account;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A domain in the form that DNS and the directory take: ASCII, lower case, other letters as A-labels ({@code xn--...}).
 *
 * <p>Java's {@link IDN} knows IDNA 2003 only, which makes one name of several: {@code dómªin1.com} and {@code dómain1.com},
 * {@code straße.de} and {@code strasse.de}, domains of different owners under IDNA 2008 (RFC 5891, RFC 5894). So a name is
 * taken only when it comes back from ASCII as it was.
 *
 * <p>Does not check names that are ASCII already.
 */
public record DomainName(String ascii) {

    /** RFC 5892, appendix: allowed by IDNA 2008, but mapped to something else or to nothing by IDNA 2003. */
    private static final Pattern DEVIATION = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    /** IDNA 2008 has letters, digits and marks only; IDNA 2003 takes a snowman. */
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}\\p{M}.-]");

    private static final Pattern LABELS = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    /** Whether it is letters, digits and hyphens between dots (RFC 1123 2.1); one label is enough. */
    public static boolean isWellFormed(String ascii) {
        return LABELS.matcher(ascii).matches();
    }

    /** @throws IllegalArgumentException when other programs may take the name for another domain; says what to do */
    public static DomainName of(String text) {
        String name = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (ASCII.matcher(name).matches()) {
            return new DomainName(name);
        }
        if (DEVIATION.matcher(name).find() || NO_LETTER.matcher(name).find()) {
            throw doubtful(name);
        }
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (IDN.toUnicode(ascii).equals(name)) {
                return new DomainName(ascii);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(doubtful(name).getMessage(), e);
        }
        throw doubtful(name);
    }

    private static IllegalArgumentException doubtful(String name) {
        return new IllegalArgumentException(
                "the domain " + name
                        + " has letters that programs write in ASCII in different ways; give it as its registrar does, xn--...");
    }

    @Override
    public String toString() {
        return ascii;
    }
}
