package vmail.account;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names that Courier can open as folders. {@code maildirmake -f} takes nearly any bytes; clients then can not select the
 * folder. Dots are allowed and make levels: the howto's own {@code past.editions} is {@code editions} below {@code past}.
 */
public final class FolderName {

    private static final int LONGEST = 254;
    private static final String NOT_SELECTABLE = "/*%~:\\\"'$`;&|<>?\n\r\t";

    private FolderName() {}

    /** Where a maildir inside of a maildir belongs to be shown as a folder of it, or of the folder that it is in. */
    public static Path asFolder(Path inner) {
        Path parent = inner.resolveSibling("");
        String name = String.valueOf(inner.getFileName()).replaceFirst("^\\.+", "");
        String above = String.valueOf(parent.getFileName());
        return above.startsWith(".") ? parent.resolveSibling(above + "." + name) : parent.resolve("." + name);
    }

    /** What is wrong with a name, as the rest of the sentence "the folder name ...". */
    public static Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            return Optional.of("has an empty level (a dot at an end, or two dots in a row)");
        }
        if (!name.equals(name.strip())) {
            return Optional.of("starts or ends with a blank");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " bytes");
        }
        if (name.chars().anyMatch(c -> c < 0x20 || c == 0x7f || NOT_SELECTABLE.indexOf(c) >= 0)) {
            return Optional.of("has a character that folders can not have: one of "
                    + "/ * % ~ : \\ \" ' $ ` ; & | < > ? or a control");
        }
        return Optional.empty();
    }
}
