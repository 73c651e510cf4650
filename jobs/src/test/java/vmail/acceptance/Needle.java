package vmail.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A secret to look for in whatever bytes: as it is, in UTF-16, in hexadecimal digits, in base64 at any place of a longer text.
 *
 * @param forms as characters of ISO 8859-1, one per byte
 */
record Needle(String secret, List<String> forms) {

    static Needle of(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        List<String> forms = new ArrayList<>(List.of(
                new String(bytes, ISO_8859_1),
                new String(secret.getBytes(UTF_16BE), ISO_8859_1),
                new String(secret.getBytes(UTF_16LE), ISO_8859_1),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT)));
        for (int before = 0; before < 3; before++) {
            forms.add(base64(bytes, before));
        }
        return new Needle(secret, forms);
    }

    boolean isIn(String text) {
        return isInBytes(text.getBytes(UTF_8));
    }

    /** The files of a folder that have it. */
    List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> files = paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            List<Path> found = new ArrayList<>();
            for (Path file : files) {
                if (isInBytes(Files.readAllBytes(file))) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private boolean isInBytes(byte[] bytes) {
        String haystack = new String(bytes, ISO_8859_1);
        return forms.stream().anyMatch(haystack::contains);
    }

    /** The digits that do not depend on what stands before and behind. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String digits = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return digits.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }
}
