package vmail.reader.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a mapping file can do to values: {@code mail | localpart | lower}. Each takes all values and gives none, some or all. */
record TextFunction(
        String name, String argument, boolean takesArgument, BiFunction<String, String, Stream<String>> of) {

    private static final Map<String, TextFunction> KNOWN = new TreeMap<>();

    static {
        // of an address
        plain("localpart", value -> part(value, true));
        plain("domain", value -> part(value, false));
        plain("address", value -> one(inBrackets(value)));
        plain("display-name", value -> nonEmpty(beforeBrackets(value)));
        plain("lower", value -> one(value.toLowerCase(Locale.ROOT)));
        // of a name
        plain("after-last-space", value -> one(value.substring(value.strip().lastIndexOf(' ') + 1)));
        plain("before-last-space", value -> nonEmpty(beforeLast(value.strip(), ' ')));
        plain("before-comma", value -> nonEmpty(before(value, ",")));
        plain("no-blanks", value -> one(value.strip().replaceAll("\\s+", ".")));
        plain("absolute", value -> value.startsWith("/") ? one(value) : Stream.of());
        plain("last-folder", value -> nonEmpty(lastFolder(value)));
        // with a text of one's own
        withText("before", (value, text) -> nonEmpty(before(value, text)));
        withText(
                "after",
                (value, text) -> value.contains(text)
                        ? nonEmpty(value.substring(value.indexOf(text) + text.length()))
                        : Stream.of());
        withText(
                "strip-prefix", (value, text) -> one(startsWith(value, text) ? value.substring(text.length()) : value));
        withText(
                "strip-suffix",
                (value, text) ->
                        one(value.endsWith(text) ? value.substring(0, value.length() - text.length()) : value));
        withText(
                "starting",
                (value, text) -> value.startsWith(text) ? one(value.substring(text.length())) : Stream.of());
        withText("matching", (value, text) -> value.matches(text) ? one(value) : Stream.of());
        withText("not-containing", (value, text) -> value.contains(text) ? Stream.of() : one(value));
        withText("containing", (value, text) -> value.contains(text) ? one(value) : Stream.of());
        withText(
                "split",
                (value, text) -> Pattern.compile("[" + Pattern.quote(text) + "]")
                        .splitAsStream(value)
                        .map(String::strip)
                        .filter(each -> !each.isEmpty()));
        // of several values; see apply
        plain("first", Stream::of);
        plain("rest", Stream::of);
    }

    static List<String> names() {
        return List.copyOf(KNOWN.keySet());
    }

    /** @throws IllegalArgumentException when there is no such function, or it wants a text and has none, or the other way */
    static TextFunction of(String name, String argument, boolean given) {
        TextFunction known = KNOWN.get(name);
        if (known == null) {
            throw new IllegalArgumentException("there is no function " + name);
        }
        if (known.takesArgument != given) {
            throw new IllegalArgumentException(
                    known.takesArgument ? name + " wants a text: " + name + "(\"...\")" : name + " takes no text");
        }
        if (name.equals("matching")) {
            // says now what is wrong with it, not at the first value
            Pattern.compile(argument);
        }
        return new TextFunction(name, argument, given, known.of);
    }

    List<String> apply(List<String> values) {
        return switch (name) {
            case "first" -> values.subList(0, Math.min(1, values.size()));
            case "rest" -> values.subList(Math.min(1, values.size()), values.size());
            default ->
                values.stream().flatMap(value -> of.apply(value, argument)).toList();
        };
    }

    private static void plain(String name, java.util.function.Function<String, Stream<String>> of) {
        KNOWN.put(name, new TextFunction(name, "", false, (value, text) -> of.apply(value)));
    }

    private static void withText(String name, BiFunction<String, String, Stream<String>> of) {
        KNOWN.put(name, new TextFunction(name, "", true, of));
    }

    private static Stream<String> one(String value) {
        return Stream.of(value);
    }

    private static Stream<String> nonEmpty(String value) {
        return value.isBlank() ? Stream.of() : Stream.of(value.strip());
    }

    private static Stream<String> part(String address, boolean local) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return local ? nonEmpty(address) : Stream.of();
        }
        return nonEmpty(local ? address.substring(0, at) : address.substring(at + 1));
    }

    /** {@code Binh Tran <binh@mydomain.nl>}. */
    private static String inBrackets(String value) {
        int open = value.lastIndexOf('<');
        int close = value.lastIndexOf('>');
        return open >= 0 && close > open ? value.substring(open + 1, close).strip() : value;
    }

    private static String beforeBrackets(String value) {
        int open = value.lastIndexOf('<');
        return open < 0 ? "" : value.substring(0, open).replace("\"", "").strip();
    }

    private static String beforeLast(String value, char sign) {
        int at = value.lastIndexOf(sign);
        return at < 0 ? "" : value.substring(0, at);
    }

    private static String before(String value, String sign) {
        int at = value.indexOf(sign);
        return at < 0 ? value : value.substring(0, at);
    }

    private static boolean startsWith(String value, String text) {
        return value.regionMatches(true, 0, text, 0, text.length());
    }

    private static String lastFolder(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
