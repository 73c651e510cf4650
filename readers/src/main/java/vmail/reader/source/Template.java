package vmail.reader.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Text with variables in braces: {@code {base}/{localpart}/Maildir/}. What a variable gives is not looked at again, and
 * nothing else is expanded, no {@code ~} and no {@code $}.
 *
 * @param parts literal text and names of variables in turn, starting with text
 */
public record Template(List<String> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException when a brace is not closed or nothing stands between two */
    public static Template of(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("the brace is not closed in the template " + text);
            }
            if (close == open + 1) {
                throw new IllegalArgumentException("no name between the braces in the template " + text);
            }
            parts.add(text.substring(from, open));
            parts.add(text.substring(open + 1, close));
            from = close + 1;
        }
        parts.add(text.substring(from));
        return new Template(parts);
    }

    /** The names between braces. */
    public List<String> variables() {
        return IntStream.range(0, parts.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(parts::get)
                .toList();
    }

    /** The text with all variables filled; empty when one of them has no value, or an empty one. */
    public Optional<String> fill(Function<String, Optional<String>> valueOf) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i % 2 == 0) {
                text.append(parts.get(i));
                continue;
            }
            Optional<String> value = valueOf.apply(parts.get(i)).filter(found -> !found.isEmpty());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get());
        }
        return Optional.of(text.toString());
    }
}
