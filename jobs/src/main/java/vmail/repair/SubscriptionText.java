package vmail.repair;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vmail.store.Subscription;
import vmail.store.SubscriptionLines;
import vmail.writer.store.InTheWay;

/**
 * The content of a {@code shared-maildirs}, line by line with everything that stands in it.
 *
 * @param lines without line ends; each char is a byte
 * @param ended whether the last line has its end
 */
record SubscriptionText(List<String> lines, boolean ended) {

    SubscriptionText {
        lines = List.copyOf(lines);
    }

    /** Whether there is nothing at a path. */
    interface Nowhere {
        boolean leads(Path path) throws IOException, InTheWay;
    }

    static SubscriptionText of(byte[] content) {
        String text = new String(content, ISO_8859_1);
        if (text.isEmpty()) {
            return new SubscriptionText(List.of(), true);
        }
        boolean ended = text.endsWith("\n");
        String all = ended ? text.substring(0, text.length() - 1) : text;
        return new SubscriptionText(Stream.of(all.split("\n", -1)).toList(), ended);
    }

    byte[] bytes() {
        return (String.join("\n", lines) + (ended && !lines.isEmpty() ? "\n" : "")).getBytes(ISO_8859_1);
    }

    /** The same with what can be put right without losing a line that means something. */
    SubscriptionText mended(List<Subscription> wanted, Nowhere nowhere) throws IOException, InTheWay {
        List<String> mended = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : lines) {
            String clean = withoutCarriageReturn(line);
            Optional<SubscriptionLines.Line> meant = meant(clean);
            if (meant.isEmpty()) {
                mended.add(line);
                continue;
            }
            Optional<Subscription> ours = withNick(wanted, meant.get());
            String text = ours.isPresent() && isStale(meant.get(), ours.get(), nowhere) ? chars(ours.get()) : clean;
            if (seen.add(meant(text).orElseThrow().text())) {
                mended.add(text);
            }
        }
        wanted.stream()
                .filter(subscription -> mended.stream()
                        .flatMap(line -> meant(line).stream())
                        .noneMatch(line -> line.nick().equals(subscription.nick())))
                .map(SubscriptionText::chars)
                .forEach(mended::add);
        return mended.equals(lines) ? this : new SubscriptionText(mended, true);
    }

    /** The same without the lines of a nick that are not wanted. */
    SubscriptionText without(String nick, List<Subscription> wanted) {
        List<String> kept = lines.stream()
                .filter(line -> meant(line)
                        .filter(each -> each.nick().equals(nick))
                        .filter(each ->
                                wanted.stream().noneMatch(ours -> each.text().equals(ours.line())))
                        .isEmpty())
                .toList();
        return kept.equals(lines) ? this : new SubscriptionText(kept, true);
    }

    boolean isRight(List<Subscription> wanted) {
        SubscriptionLines all = SubscriptionLines.of(bytes());
        return wanted.stream().allMatch(all::hold)
                && all.lines().stream().allMatch(line -> line.fault().isEmpty());
    }

    /** A line with our nick that nobody can mean: no path, one that is none, another spelling of ours, or nothing there. */
    private static boolean isStale(SubscriptionLines.Line line, Subscription ours, Nowhere nowhere)
            throws IOException, InTheWay {
        if (line.text().equals(ours.line())) {
            return false;
        }
        if (!line.path().startsWith("/")) {
            return true;
        }
        try {
            Path path = Path.of(line.path()).normalize();
            return path.equals(ours.maildir()) || nowhere.leads(path);
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private static Optional<Subscription> withNick(List<Subscription> wanted, SubscriptionLines.Line line) {
        return wanted.stream()
                .filter(subscription -> subscription.nick().equals(line.nick()))
                .findFirst();
    }

    private static Optional<SubscriptionLines.Line> meant(String line) {
        return SubscriptionLines.of(line.getBytes(ISO_8859_1)).lines().stream().findFirst();
    }

    private static String withoutCarriageReturn(String line) {
        return line.replaceFirst("\r+$", "");
    }

    private static String chars(Subscription subscription) {
        return new String(subscription.line().getBytes(UTF_8), ISO_8859_1);
    }
}
