package vmail.reader.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.MailBase;
import vmail.account.SourceLine;
import vmail.account.Unreadable;

/** Reads whole sources and writes their records as lines that tests compare. */
public final class Inputs {

    public static final DN TOKELAU = new DN(new RDN("ou", "Tokelau"), new RDN("o", "company"));
    public static final ReadOptions OPTIONS = ReadOptions.of(Optional.of(TOKELAU), MailBase.of("/vmail"));

    private Inputs() {}

    public static Path file(Path folder, String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    public static List<Input> readAll(Path file) throws IOException {
        return readAll(file, OPTIONS);
    }

    public static List<Input> readAll(Path file, ReadOptions options) throws IOException {
        List<Input> inputs = new ArrayList<>();
        try (AccountReader reader = Source.of(file).open(options)) {
            for (Input input = reader.read(); input != null; input = reader.read()) {
                inputs.add(input);
            }
        }
        return inputs;
    }

    /** All records, one text each: the line, the DN and all values, or what is wrong. */
    public static List<String> shown(Path file) throws IOException {
        return readAll(file).stream().map(Inputs::shown).toList();
    }

    public static String shown(Input input) {
        long line = ((SourceLine) input.origin()).line();
        return line + ": " + (input instanceof Candidate candidate ? values(candidate) : problems((Unreadable) input));
    }

    public static String rejects(Path file, Map<Long, List<String>> reasons) throws IOException {
        StringBuilder out = new StringBuilder();
        Source.of(file).copyRejects(OPTIONS, reasons, out);
        return out.toString().replace(file.getParent() + "/", "");
    }

    /** The message of a source that can not be used, without the folder in it. */
    public static void assertUnusable(Path file, String message) {
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(UnusableSource.class)
                .extracting(thrown -> String.valueOf(thrown.getMessage()).replace(file.getParent() + "/", ""))
                .isEqualTo(message);
    }

    private static String values(Candidate candidate) {
        return candidate.dn()
                + candidate.entry().getAttributes().stream()
                        .map(Inputs::values)
                        .sorted()
                        .collect(Collectors.joining(" ", " ", ""));
    }

    private static String values(Attribute attribute) {
        List<String> values = new ArrayList<>();
        for (byte[] value : attribute.getValueByteArrays()) {
            values.add(new String(value, StandardCharsets.UTF_8));
        }
        return attribute.getName() + "=" + values;
    }

    private static String problems(Unreadable unreadable) {
        String problems = unreadable.problems().stream()
                .map(problem -> ((SourceLine) problem.where()).line() + ": " + problem.message() + ". "
                        + problem.remedy() + ".")
                .collect(Collectors.joining(" "));
        String rest = unreadable
                .rest()
                .map(Inputs::shown)
                .map(text -> " rest " + text)
                .orElse("");
        return "unreadable " + unreadable.dn() + " [" + problems + "]" + rest;
    }
}
