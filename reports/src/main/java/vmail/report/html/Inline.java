package vmail.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A part of the page that is ours, inserted as it is: its style and its script. A browser runs nothing whose hash the page's policy
 * does not name (Content Security Policy Level 3, 2.3.1), should anything else get into the page.
 */
record Inline(String text) {

    static final Inline STYLE = of("report.css");
    static final Inline SCRIPT = of("report.js");

    private static Inline of(String name) {
        try (InputStream file = Objects.requireNonNull(Inline.class.getResourceAsStream(name), name)) {
            return new Inline("\n" + new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can not be read from the program's own files", e);
        }
    }

    /** Nothing from anywhere, but these two. */
    static String policy() {
        return "default-src 'none'; style-src " + STYLE.source() + "; script-src " + SCRIPT.source()
                + "; base-uri 'none'; form-action 'none'";
    }

    private String source() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
