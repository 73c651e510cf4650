package vmail.reader.profile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import vmail.account.LossKind;
import vmail.reader.source.UnusableSource;

/**
 * Reads a mapping file. Strict: what is not known, is there twice or has the wrong form is refused with its line, for a slip in
 * a mapping would lose something of every account.
 *
 * <p>Only the tree of nodes is made, never an object that a file names; aliases of YAML are refused, since a few of them make
 * a tree without end.
 */
public final class MappingFile {

    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 20;

    private MappingFile() {}

    /** @throws UnusableSource when the file can not be used, with the line and what to do */
    public static Profile read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new UnusableSource(path.toString(), "a mapping file is no larger than 1 MiB", "Check the name");
        }
        try {
            return parse(path.toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new UnusableSource(path.toString(), "the mapping file is not UTF-8", "Save it as UTF-8", e);
        }
    }

    /** @param file what messages call it */
    public static Profile parse(String file, String text) throws UnusableSource {
        return profile(new Section(file, root(file, text)), text);
    }

    private static Node root(String file, String text) throws UnusableSource {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new UnusableSource(file, "the mapping file is empty", "Start it with name: ...");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new UnusableSource(
                    file + ":" + line, "not YAML: " + e.getProblem(), "Mind blanks, colons and quotes", e);
        } catch (YAMLException e) {
            throw new UnusableSource(file, "not YAML: " + e.getMessage(), "Mind blanks, colons and quotes", e);
        }
    }

    private static Profile profile(Section root, String text) throws UnusableSource {
        root.only(
                "name",
                "title",
                "based-on",
                "format",
                "detect",
                "columns",
                "synonyms",
                "records",
                "status",
                "set",
                "optional",
                "password",
                "old-store",
                "lost",
                "ignored",
                "keep",
                "header",
                "width",
                "repeated");
        List<RecordRule> records = new ArrayList<>();
        for (Section each : root.sections("records")) {
            records.add(recordRule(each));
        }
        List<StatusRule> status = new ArrayList<>();
        for (Section each : root.sections("status")) {
            status.add(statusRule(each));
        }
        List<LossRule> lost = new ArrayList<>();
        for (Section each : root.sections("lost")) {
            lost.add(lossRule(each));
        }
        List<Detect> detect = new ArrayList<>();
        for (Section each : root.sections("detect")) {
            detect.add(detect(each));
        }
        Profile profile = new Profile(
                root.required("name"),
                root.required("title"),
                format(root),
                List.copyOf(detect),
                root.texts("columns"),
                root.map("synonyms"),
                List.copyOf(records),
                List.copyOf(status),
                set(root, "set"),
                optional(root),
                sources(root, "password", false),
                sources(root, "old-store", false),
                List.copyOf(lost),
                root.texts("ignored"),
                root.texts("keep"),
                TableRows.of(root),
                text);
        Optional<String> other = root.text("based-on");
        return other.isEmpty() ? profile : profile.onTopOf(other(root, other.get()));
    }

    private static Profile other(Section root, String name) throws UnusableSource {
        return Profiles.find(name)
                .orElseThrow(() -> root.broken(
                        "based-on", "there is no profile " + name, "Known are " + String.join(", ", Profiles.names())));
    }

    private static String format(Section root) throws UnusableSource {
        String format = root.text("format").orElse("ldif");
        if (!List.of("ldif", "csv").contains(format)) {
            throw root.broken("format", "'" + format + "' is no format", "Write ldif or csv");
        }
        return format;
    }

    private static Detect detect(Section section) throws UnusableSource {
        section.only(
                "classes",
                "with-classes",
                "attributes",
                "required",
                "not-classes",
                "not-attributes",
                "general",
                "matches");
        return new Detect(
                section.texts("classes"),
                section.texts("with-classes"),
                section.texts("attributes"),
                section.texts("required"),
                section.texts("not-classes"),
                section.texts("not-attributes"),
                section.text("general").filter("true"::equals).isPresent(),
                ConditionSection.patterns(section));
    }

    private static RecordRule recordRule(Section section) throws UnusableSource {
        section.only("when", "is", "reason", "set", "address", "members", "domains", "readers");
        String word = section.required("is");
        RecordRule.Kind kind = null;
        for (RecordRule.Kind each : RecordRule.Kind.values()) {
            kind = each.word().equals(word) ? each : kind;
        }
        if (kind == null) {
            throw section.broken(
                    "is",
                    "a record is never '" + word + "'",
                    "Write account, shared, alias, list, domain, skip or loss");
        }
        return new RecordRule(
                when(section),
                kind,
                section.text("reason").orElse(""),
                set(section, "set"),
                sources(section, "address", true),
                sources(section, "members", true),
                sources(section, "domains", true),
                sources(section, "readers", true));
    }

    private static StatusRule statusRule(Section section) throws UnusableSource {
        section.only("when", "from", "values", "is", "other");
        Map<String, StatusRule.Outcome> values = new LinkedHashMap<>();
        Optional<Section> known = section.section("values");
        if (known.isPresent()) {
            for (String key : known.get().keys()) {
                values.put(key.toLowerCase(Locale.ROOT), outcome(known.get(), key));
            }
        }
        List<Expression> from = sources(section, "from", false).expressions();
        if (from.isEmpty() && !section.has("is")) {
            throw section.broken("a status needs from: or is:", "Say which attribute tells it");
        }
        return new StatusRule(
                when(section),
                from.stream().findFirst(),
                values,
                section.has("is") ? Optional.of(outcome(section, "is")) : Optional.empty(),
                section.has("other") ? Optional.of(outcome(section, "other")) : Optional.empty());
    }

    private static StatusRule.Outcome outcome(Section section, String key) throws UnusableSource {
        String word = section.required(key);
        for (StatusRule.Outcome each : StatusRule.Outcome.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw section.broken(
                key,
                "'" + word + "' is no status",
                "Write active, active-without-password, inactive, shared, skip or loss");
    }

    private static LossRule lossRule(Section section) throws UnusableSource {
        section.only("kind", "attributes", "empty", "when");
        String word = section.required("kind");
        LossKind kind = LossKind.of(word)
                .orElseThrow(() -> section.broken(
                        "kind",
                        "'" + word + "' is no kind of loss",
                        "Write one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(LossKind.values())
                                                .map(LossKind::id)
                                                .toList())));
        return new LossRule(kind, section.texts("attributes"), ConditionSection.texts(section, "empty"), when(section));
    }

    private static Map<String, Map<String, Sources>> optional(Section root) throws UnusableSource {
        Map<String, Map<String, Sources>> optional = new LinkedHashMap<>();
        Optional<Section> section = root.section("optional");
        if (section.isPresent()) {
            for (String option : section.get().keys()) {
                optional.put(option, set(section.get(), option));
            }
        }
        return optional;
    }

    private static Map<String, Sources> set(Section section, String key) throws UnusableSource {
        Map<String, Sources> set = new LinkedHashMap<>();
        Optional<Section> given = section.section(key);
        if (given.isPresent()) {
            for (String attribute : given.get().keys()) {
                set.put(Targets.known(given.get(), attribute), sources(given.get(), attribute, false));
            }
        }
        return set;
    }

    private static Sources sources(Section section, String key, boolean all) throws UnusableSource {
        if (section.isSection(key)) {
            Section inner = section.section(key).orElseThrow().only("all");
            return new Sources(expressions(inner, "all"), true);
        }
        return new Sources(expressions(section, key), all);
    }

    private static List<Expression> expressions(Section section, String key) throws UnusableSource {
        List<Expression> expressions = new ArrayList<>();
        for (String text : section.texts(key)) {
            try {
                expressions.add(Expression.of(text));
            } catch (IllegalArgumentException e) {
                throw section.broken(key, String.valueOf(e.getMessage()), "Correct the source");
            }
        }
        return expressions;
    }

    private static Condition when(Section section) throws UnusableSource {
        Optional<Section> when = section.section("when");
        return when.isEmpty() ? Condition.ALWAYS : ConditionSection.of(when.get());
    }
}
