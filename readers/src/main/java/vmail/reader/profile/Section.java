package vmail.reader.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vmail.reader.source.PrintableText;
import vmail.reader.source.UnusableSource;
import vmail.rule.Spelling;

/** Keys with their values in a mapping file; scalars are text, whatever YAML takes them for, and keys are few and known. */
final class Section {

    private static final int LONGEST_SHOWN = 60;

    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    /** @throws UnusableSource when it is no mapping, or a key stands in it twice */
    Section(String file, Node node) throws UnusableSource {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw broken(file, node, "here must be keys with values", "Write them as key: value");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(file, tuple.getKeyNode());
            keys.put(key, tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw broken(file, tuple.getKeyNode(), "the key '" + shown(key) + "' is given twice", "Keep one");
            }
        }
    }

    /** @throws UnusableSource when there is any other key */
    Section only(String... known) throws UnusableSource {
        Set<String> names = new LinkedHashSet<>(List.of(known));
        for (Map.Entry<String, Node> each : keys.entrySet()) {
            if (!names.contains(each.getKey())) {
                String meant = Spelling.near(each.getKey(), names)
                        .map(near -> "Did you mean '" + near + "'? ")
                        .orElse("");
                throw broken(
                        file,
                        each.getValue(),
                        "the key '" + shown(each.getKey()) + "' is not known here",
                        meant + "Known are " + names.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return this;
    }

    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> text(String key) throws UnusableSource {
        Node value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(text(file, value));
    }

    String required(String key) throws UnusableSource {
        return text(key).orElseThrow(() -> broken("'" + key + "' is missing", "Add " + key + ": ..."));
    }

    /** A sequence of texts, or one text alone; none when the key is absent. */
    List<String> texts(String key) throws UnusableSource {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(text(file, value));
        }
        List<String> texts = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            texts.add(text(file, each));
        }
        return texts;
    }

    Optional<Section> section(String key) throws UnusableSource {
        Node value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(new Section(file, value));
    }

    /** A sequence of sections, or one alone. */
    List<Section> sections(String key) throws UnusableSource {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(new Section(file, value));
        }
        List<Section> sections = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            sections.add(new Section(file, each));
        }
        return sections;
    }

    /** Keys with a text each. */
    Map<String, String> map(String key) throws UnusableSource {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<Section> given = section(key);
        if (given.isPresent()) {
            for (String name : given.get().keys()) {
                texts.put(name, given.get().required(name));
            }
        }
        return texts;
    }

    boolean isSection(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** Says where this section starts. */
    UnusableSource broken(String what, String remedy) {
        return broken(file, node, what, remedy);
    }

    /** Says where the key stands. */
    UnusableSource broken(String key, String what, String remedy) {
        return broken(file, values.getOrDefault(key, node), what, remedy);
    }

    private static String text(String file, Node node) throws UnusableSource {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw broken(file, node, "here must be a text", "Put quotes around it where it has brackets or colons");
    }

    private static String shown(String text) {
        return PrintableText.of(text, LONGEST_SHOWN);
    }

    private static UnusableSource broken(String file, Node at, String what, String remedy) {
        return new UnusableSource(file + ":" + (at.getStartMark().getLine() + 1), what, remedy);
    }
}
