package vmail.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The content of a {@code shared-maildirs} as Courier reads it: a nick, white space, and the rest of the line as path;
 * {@code #} starts a comment; nicks are case-sensitive.
 *
 * @param lines without comments and blank lines
 */
public record SubscriptionLines(List<Line> lines) {

    /** No honest file comes near this many bytes. */
    public static final int LARGEST = 1 << 20;

    /**
     * A line.
     *
     * @param nick empty when the line starts with white space
     * @param path as it stands, but for slashes at the end
     */
    public record Line(int number, String nick, String path) {

        /** What keeps Courier from showing the folder, as the rest of the sentence "the line ...". */
        public Optional<String> fault() {
            if (path.endsWith("\r")) {
                return Optional.of("ends with CR LF, so that Courier looks for a directory with a CR in its name");
            }
            if (nick.isEmpty()) {
                return Optional.of("has no nick");
            }
            if (path.isEmpty()) {
                return Optional.of("has no path");
            }
            if (nick.indexOf('.') >= 0 || nick.indexOf('/') >= 0) {
                return Optional.of("has a nick with a dot or slash, which no mail program can select");
            }
            return path.startsWith("/") ? Optional.empty() : Optional.of("has a path that does not start with /");
        }

        /** As {@code maildirmake --add} writes it, without the line end. */
        public String text() {
            return nick + "\t" + path;
        }

        boolean says(Subscription subscription) {
            return nick.equals(subscription.nick())
                    && path.equals(subscription.maildir().toString());
        }
    }

    public SubscriptionLines {
        lines = List.copyOf(lines);
    }

    public static SubscriptionLines of(byte[] content) {
        String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
        return new SubscriptionLines(IntStream.range(0, lines.length)
                .mapToObj(i -> line(i + 1, lines[i]))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Line> line(int number, String text) {
        int comment = text.indexOf('#');
        String line = comment < 0 ? text : text.substring(0, comment);
        if (line.isBlank()) {
            return Optional.empty();
        }
        int end = 0;
        while (end < line.length() && !isSpace(line.charAt(end))) {
            end++;
        }
        int start = end;
        while (start < line.length() && isSpace(line.charAt(start))) {
            start++;
        }
        String path = line.substring(start);
        // white space between nick and path; a CR at the end belongs to the path
        return Optional.of(new Line(number, line.substring(0, end), withoutSlashes(path)));
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Whether the line is there and no other has its nick. */
    public boolean hold(Subscription subscription) {
        return withNickOf(subscription).stream().anyMatch(line -> line.says(subscription))
                && contradicting(subscription).isEmpty();
    }

    /** The first line that has the nick with another path. */
    public Optional<Line> contradicting(Subscription subscription) {
        return withNickOf(subscription).stream()
                .filter(line -> !line.says(subscription))
                .findFirst();
    }

    private List<Line> withNickOf(Subscription subscription) {
        return lines.stream()
                .filter(line -> line.nick().equals(subscription.nick()))
                .toList();
    }

    /** The bytes of a file with one more line; all others stay as they are, one without line end gets it. */
    public static byte[] appended(byte[] content, Subscription subscription) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 100);
        bytes.writeBytes(content);
        if (content.length > 0 && content[content.length - 1] != '\n') {
            bytes.write('\n');
        }
        bytes.writeBytes((subscription.line() + "\n").getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
