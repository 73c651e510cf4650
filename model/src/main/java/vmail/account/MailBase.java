package vmail.account;

import java.nio.file.Path;

/**
 * The directory all mail is stored under, {@code /vmail} in the howto (1.6.1).
 *
 * @param path absolute and normal; this is also how stores start in the directory
 */
public record MailBase(Path path) {

    /** @throws IllegalArgumentException when relative, not in normal form, or the root of the file system */
    public MailBase {
        if (!path.isAbsolute() || !path.equals(path.normalize()) || path.getNameCount() == 0) {
            throw new IllegalArgumentException("mail base must be an absolute path below /, in normal form: " + path);
        }
    }

    public static MailBase of(String path) {
        return new MailBase(Path.of(path));
    }

    /** Holds one directory per shared name with the delivery links; Postfix delivers here. */
    public Path sharedRoot() {
        return path.resolve("shared");
    }

    /** Holds the sharable maildirs; Courier reads here. */
    public Path sharedMaildirsRoot() {
        return path.resolve("shared.maildirs");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
