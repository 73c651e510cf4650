package vmail.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of an account: ASCII, a dot-string and a domain with at least two labels (RFC 5321 4.1.2). Quoted local parts and address
 * literals are not for accounts, nor is {@code *}: other systems write it for every name, Postfix looks for the star.
 *
 * @param domain lower case
 */
public record MailAddress(String local, String domain) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    /** The address, or empty when {@link #fault} names a fault. */
    public static Optional<MailAddress> of(String value) {
        if (fault(value).isPresent()) {
            return Optional.empty();
        }
        int at = value.indexOf('@');
        return Optional.of(
                new MailAddress(value.substring(0, at), value.substring(at + 1).toLowerCase(Locale.ROOT)));
    }

    /** What is wrong with a value, as the rest of the sentence "the address ...". */
    public static Optional<String> fault(String value) {
        if (value.isBlank()) {
            return Optional.of("is empty");
        }
        if (value.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return Optional.of("has a blank or a control character");
        }
        if (value.chars().anyMatch(c -> c > 0x7f)) {
            return Optional.of("is not ASCII (a domain with other letters is written as xn--...)");
        }
        int at = value.indexOf('@');
        if (at < 0) {
            return Optional.of("has no @");
        }
        if (at != value.lastIndexOf('@')) {
            return Optional.of("has more than one @");
        }
        return at == 0
                ? Optional.of("has nothing in front of the @")
                : fault(value.substring(0, at), value.substring(at + 1));
    }

    private static Optional<String> fault(String local, String domain) {
        if (local.length() > LONGEST_LOCAL) {
            return Optional.of("has more than " + LONGEST_LOCAL + " characters in front of the @");
        }
        if (local.length() + 1 + domain.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        if (local.indexOf('*') >= 0) {
            return Optional.of("has a *, which stands for itself here and catches no other mail");
        }
        if (!ATOMS.matcher(local).matches()) {
            return Optional.of("has in front of the @ a character that needs quotes, or a dot too many");
        }
        if (domain.indexOf('.') < 0) {
            return Optional.of("has a domain without a dot");
        }
        return DomainName.isWellFormed(domain) ? Optional.empty() : Optional.of("has a malformed domain");
    }
}
