package vmail.account;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code mailMessageStore} that is safe to use as a path: absolute, normal, below the mail base, ending with a slash
 * (howto 1.5.11), each component of {@code [A-Za-z0-9._+=@-]}, at most 255 bytes, not starting with {@code .} or {@code -}.
 *
 * <p>Stricter than slapd, which takes {@code /vmail/../../etc/}, newlines and NUL. Used when a value is judged and again
 * when it becomes a directory.
 */
public record MailStore(Path path) {

    private static final int LONGEST_PATH = 1024;
    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9_+=@][A-Za-z0-9._+=@-]{0,254}");

    /** The store, or empty when {@link #fault} names a fault. */
    public static Optional<MailStore> of(String value, MailBase base) {
        return fault(value, base).isPresent() ? Optional.empty() : Optional.of(new MailStore(Path.of(value)));
    }

    /** What is wrong with a value, as the rest of the sentence "the store ...". */
    public static Optional<String> fault(String value, MailBase base) {
        if (value.isEmpty()) {
            return Optional.of("is empty");
        }
        if (!value.startsWith("/")) {
            return Optional.of("is not an absolute path");
        }
        if (!value.endsWith("/")) {
            return Optional.of("does not end with a slash");
        }
        if (value.length() > LONGEST_PATH) {
            return Optional.of("is longer than " + LONGEST_PATH + " bytes");
        }
        String prefix = base + "/";
        if (value.equals(prefix) || !value.startsWith(prefix)) {
            return Optional.of("is not below the mail base " + base);
        }
        for (String component :
                value.substring(prefix.length(), value.length() - 1).split("/", -1)) {
            if (component.isEmpty() || component.equals(".") || component.equals("..")) {
                return Optional.of("is not in normal form");
            }
            if (!COMPONENT.matcher(component).matches()) {
                return Optional.of(
                        "has a part that is longer than 255 bytes, starts with . or - or has characters other than"
                                + " A-Z a-z 0-9 . _ + = @ -");
            }
        }
        return Optional.empty();
    }

    /** As it stands in the directory, with the slash. */
    public String value() {
        return path + "/";
    }
}
