package vmail.reader.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vmail.reader.profile.Meanings.Use;
import vmail.reader.source.PrintableText;
import vmail.reader.source.SecretNames;

/**
 * A mapping file to start from: what a profile makes of the attributes that a file has, and the rest of them as comments. Unchanged
 * it reads the file as the profile does.
 *
 * <p>Names of attributes come from outside: they stand in comments only, or in quotes, on one line and without characters that YAML
 * refuses.
 */
public final class MappingDraft {

    private static final int LONGEST = 100;

    private final List<AttributeCount> attributes;
    private final Set<String> guessed = new TreeSet<>();
    private final List<String> lines = new ArrayList<>();

    private MappingDraft(List<AttributeCount> attributes) {
        this.attributes = List.copyOf(attributes);
    }

    /**
     * The draft for a file that a profile fits.
     *
     * @param profile one of our own
     * @param file what it was made for
     */
    public static String of(Profile profile, String file, List<AttributeCount> attributes) {
        MappingDraft draft = new MappingDraft(attributes);
        draft.head(file, profile.name());
        draft.body(profile);
        return draft.text();
    }

    /**
     * The draft for a file that no profile fits, based on what people or tables have everywhere.
     *
     * @param titled whether the columns of a table have titles
     */
    public static String ofUnknown(String format, boolean titled, String file, List<AttributeCount> attributes) {
        boolean table = format.equals("csv");
        Profile profile = Profiles.find(table ? "table" : "people")
                .orElseThrow(() -> new AssertionError("the profiles that others are based on are there"));
        MappingDraft draft = new MappingDraft(attributes);
        draft.head(file, profile.name());
        if (table && !titled) {
            draft.add("", "# The first row is a record, and columns are named by their position.", "header: none");
        }
        draft.guess(Meanings.of(profile));
        if (!table) {
            draft.add(
                    "",
                    "# In order, the first that holds; what none holds for is skipped.",
                    "records:",
                    "  - when: {present: mail}",
                    "    is: account");
        }
        draft.body(profile);
        return draft.text();
    }

    private void head(String file, String base) {
        Profile profile = Profiles.find(base).orElseThrow(() -> new AssertionError(base + " is no profile of our own"));
        lines.add("# How the records of " + shown(file) + " become accounts; vmail inspect wrote it, to be changed.");
        lines.add("# Try it: vmail check --mapping THIS-FILE SOURCE");
        lines.add("name: my-" + base);
        lines.add("title: " + quoted(profile.title() + ", changed"));
        lines.add("format: " + profile.format());
        lines.add("# What is not said below is as in the profile " + base + ".");
        lines.add("based-on: " + base);
    }

    /** Which one holds the addresses, and which the passwords, where the profile does not know. */
    private void guess(Meanings meanings) {
        Map<String, String> guesses = new LinkedHashMap<>();
        if (attributes.stream().noneMatch(each -> meanings.becomes(each.name(), "mail"))) {
            first(AttributeCount::addresses).ifPresent(name -> guesses.put(name, "mail"));
        }
        if (attributes.stream().noneMatch(each -> meanings.isPassword(each.name()))) {
            first(each -> SecretNames.isSecret(each.name())).ifPresent(name -> guesses.put(name, meanings.password()));
        }
        guessed.addAll(guesses.keySet());
        add("", "# Other names of what is known, as in 'Vorname': givenName. What stands here already is a guess.");
        add(guesses.isEmpty() ? "#synonyms:" : "synonyms:");
        guesses.forEach((name, meant) -> add("  " + quoted(name) + ": " + meant));
    }

    private Optional<String> first(Predicate<AttributeCount> which) {
        return attributes.stream().filter(which).map(AttributeCount::name).findFirst();
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    private void body(Profile profile) {
        Meanings meanings = Meanings.of(profile);
        set(profile, meanings);
        source("password", profile.password(), meanings);
        source("old-store", profile.oldStore(), meanings);
        List<AttributeCount> others = attributes.stream()
                .filter(each -> !guessed.contains(each.name()))
                .toList();
        comments(
                "What the file has and the profile knows:",
                others.stream()
                        .filter(each -> meanings.of(each.name()).use() != Use.UNKNOWN)
                        .map(each -> line(each, meanings.of(each.name()).text()))
                        .toList());
        unknown(others.stream()
                .filter(each -> meanings.of(each.name()).use() == Use.UNKNOWN)
                .toList());
    }

    private void unknown(List<AttributeCount> unknown) {
        comments(
                "What nothing is known of. It is a loss of each account that has it, unless it becomes something above, or is"
                        + " named below:",
                unknown.stream().map(each -> line(each, "")).toList());
        String names = unknown.stream()
                .map(AttributeCount::name)
                .filter(name -> !SecretNames.isSecret(name))
                .map(MappingDraft::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
        if (!unknown.isEmpty()) {
            add("# means nothing here:", "#ignored: " + names);
            add("# taken over as it is, where the schema allows it:", "#keep: " + names);
        }
    }

    private void set(Profile profile, Meanings meanings) {
        List<String> known = new ArrayList<>();
        for (Map.Entry<String, Sources> each : profile.set().entrySet()) {
            if (attributes.stream().anyMatch(name -> meanings.uses(each.getValue(), name.name()))) {
                known.add("  " + each.getKey() + ": " + list(each.getValue()));
            }
        }
        if (!known.isEmpty()) {
            lines.add("");
            lines.add("# What accounts are made of: the first that is not empty, or all.");
            lines.add("set:");
            lines.addAll(known);
        }
    }

    private void source(String key, Sources sources, Meanings meanings) {
        if (attributes.stream().anyMatch(name -> meanings.uses(sources, name.name()))) {
            lines.add(key + ": "
                    + sources.expressions().stream()
                            .map(each -> inQuotes(each.text()))
                            .collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private static String list(Sources sources) {
        String list = sources.expressions().stream()
                .map(each -> inQuotes(each.text()))
                .collect(Collectors.joining(", ", "[", "]"));
        return sources.all() ? "{all: " + list + "}" : list;
    }

    private void comments(String title, List<String> more) {
        if (!more.isEmpty()) {
            add("", "# " + title);
            more.forEach(line -> add("#   " + line));
        }
    }

    private static String line(AttributeCount count, String what) {
        return "%-30s %s%s"
                .formatted(
                        shown(count.name()),
                        count.records() == 1 ? "1 record" : count.records() + " records",
                        what.isEmpty() ? "" : ": " + what);
    }

    private static String quoted(String text) {
        return inQuotes(shown(text));
    }

    /** Single ones, in which only the quote itself has a meaning. */
    private static String inQuotes(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String shown(String text) {
        return PrintableText.of(text, LONGEST).replaceAll("[\\uFFFE\\uFFFF]", "?");
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
