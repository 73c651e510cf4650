package vmail.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vmail.lab.Message;
import vmail.lab.Outcome;
import vmail.rule.Effect;

/**
 * What the servers did with one message.
 *
 * @param copies the folders that have a file with it
 * @param seen by whoever could log in, the folders in which it was read, one for each copy
 * @param refused what the others were told
 */
record Observed(
        Message message,
        List<Outcome> outcomes,
        List<String> copies,
        Map<Person, List<String>> seen,
        Map<Person, String> refused) {

    /** With what people were told before the message came. */
    Observed orBefore(Map<Person, String> before) {
        Map<Person, String> all = new TreeMap<>(refused);
        before.forEach((person, words) -> all.merge(person, "before the mail " + words, (after, first) -> after));
        return new Observed(message, outcomes, copies, seen, all);
    }

    /** Whether this is what the word says. */
    boolean shows(Effect effect, List<Reader> readers) {
        return switch (effect) {
            case BOUNCED -> message.answer().startsWith("5") || any("bounced");
            case DEFERRED -> any("deferred");
            case LOST -> any("sent") && readers.stream().anyMatch(reader -> count(reader) == 0);
            case UNSEEN -> any("sent") && !copies.isEmpty() && readers.stream().anyMatch(reader -> count(reader) == 0);
            case LEAKED -> sights() > readers.stream().mapToLong(this::count).sum();
            case NOLOGIN -> readers.stream().anyMatch(reader -> refused.containsKey(reader.person()));
            case DOUBLE -> readers.stream().anyMatch(reader -> count(reader) > 1);
            case NONE -> isAsItShallBe(readers);
        };
    }

    /** Everybody sees it who shall, once, and nobody else. */
    boolean isAsItShallBe(List<Reader> readers) {
        return refused.isEmpty()
                && (readers.isEmpty() || any("sent"))
                && sights() == readers.size()
                && readers.stream().allMatch(reader -> count(reader) == 1);
    }

    private boolean any(String status) {
        return outcomes.stream().anyMatch(outcome -> outcome.status().equals(status));
    }

    private long count(Reader reader) {
        return seen.getOrDefault(reader.person(), List.of()).stream()
                .filter(reader.folder()::equals)
                .count();
    }

    private int sights() {
        return seen.values().stream().mapToInt(List::size).sum();
    }

    boolean waits() {
        return any("deferred");
    }

    boolean wasTaken() {
        return any("sent") || any("deferred");
    }

    String postfix() {
        if (message.queueId().isEmpty()) {
            return message.answer();
        }
        String done = outcomes.stream()
                .map(outcome -> outcome.status() + " (" + outcome.text() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        Map<String, Long> places =
                new TreeMap<>(copies.stream().collect(Collectors.groupingBy(x -> x, Collectors.counting())));
        String files = places.entrySet().stream()
                .map(place ->
                        (place.getValue() == 1 ? "1 copy" : place.getValue() + " copies") + " in " + place.getKey())
                .collect(Collectors.joining(", "));
        return done + (files.isEmpty() ? "" : "; " + files);
    }

    String courier() {
        List<String> words = new ArrayList<>();
        for (Person person : Person.values()) {
            if (refused.containsKey(person)) {
                words.add(person + ": " + refused.get(person));
            } else {
                List<String> folders = seen.getOrDefault(person, List.of());
                words.add(person + ": "
                        + (folders.isEmpty() ? "does not see it" : "sees it in " + String.join(" and ", folders)));
            }
        }
        return String.join("; ", words);
    }
}
