package vmail.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page of a rule for people, as {@code vmail explain} prints it. */
public final class RulePage {

    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");

    private RulePage() {}

    /** Empty when there is no such rule. */
    public static Optional<String> of(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try (InputStream page = RulePage.class.getResourceAsStream(id + ".txt")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the page of rule " + id + " can not be read from the program's own files", e);
        }
    }
}
