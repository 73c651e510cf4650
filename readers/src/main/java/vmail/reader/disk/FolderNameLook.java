package vmail.reader.disk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.account.DiskPath;
import vmail.store.Fault;
import vmail.store.Fault.Kind;
import vmail.store.Repair;

/** Whether mail programs can show and select a folder of a name. On disk Courier 5 has names in UTF-8, older ones in modified UTF-7. */
public final class FolderNameLook {

    /** RFC 3501 section 5.1.3. */
    private static final Pattern ENCODED = Pattern.compile("&([A-Za-z0-9+,]+)-");

    private static final char REPLACEMENT = '\uFFFD';

    private FolderNameLook() {}

    /** @param name of the folder's directory, with its dot */
    static Optional<Fault> fault(Path path, String name) {
        Optional<String> unusable = unusable(name.substring(1));
        if (unusable.isPresent()) {
            return Optional.of(new Fault(
                    Kind.FOLDER_NAME,
                    path,
                    "the folder name of " + new DiskPath(path) + " " + unusable.get(),
                    "Give it another name, as the mail owner: mv -nT " + Repair.quoted(path) + " NAME"));
        }
        String decoded = decoded(name);
        return decoded.equals(name)
                ? Optional.empty()
                : Optional.of(new Fault(
                        Kind.FOLDER_ENCODED,
                        path,
                        "the folder name of " + new DiskPath(path)
                                + " is encoded as by Courier before 5, which shows as it" + " stands there and means "
                                + DiskPath.shown(decoded),
                        "Run as the mail owner: mv -nT " + Repair.quoted(path) + " "
                                + Repair.quoted(path.resolveSibling(decoded))));
    }

    /** Where the directory of a folder belongs; the same where nothing in its name is modified UTF-7. */
    public static Path asCourierHasIt(Path folder) {
        return folder.resolveSibling(decoded(String.valueOf(folder.getFileName())));
    }

    private static Optional<String> unusable(String name) {
        if (name.indexOf(REPLACEMENT) >= 0) {
            return Optional.of("is not UTF-8");
        }
        if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            return Optional.of("has an empty level (a dot at an end, or two dots in a row)");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("has a control character");
        }
        return Optional.empty();
    }

    /** The same where nothing in it is modified UTF-7. */
    private static String decoded(String name) {
        Matcher encoded = ENCODED.matcher(name);
        StringBuilder text = new StringBuilder();
        while (encoded.find()) {
            encoded.appendReplacement(text, Matcher.quoteReplacement(letters(encoded.group(1), encoded.group())));
        }
        return encoded.appendTail(text).toString();
    }

    private static String letters(String base64, String otherwise) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.replace(',', '/'));
            String letters = StandardCharsets.UTF_16BE
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // what is ASCII is never encoded, so that R&D-x is a name as it stands
            return letters.isEmpty() || letters.chars().anyMatch(c -> c < 0x80) ? otherwise : letters;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return otherwise;
        }
    }
}
