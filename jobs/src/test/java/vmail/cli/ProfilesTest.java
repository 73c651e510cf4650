package vmail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.lab.Cli;
import vmail.lab.Ran;
import vmail.reader.source.AccountReader;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.settings.Settings;

/**
 * Each folder of {@code sample-data/profiles} is a file of an older system with what must become of it: the profile that is
 * chosen, the counts, the findings, the entries of accepted accounts, what is lost, and where the mail lies.
 */
class ProfilesTest {

    private static final Path ROOT = Path.of("..", "sample-data", "profiles");

    @TempDir
    private Path temporary;

    static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.list(ROOT)) {
            return found.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void makeOfASourceWhatTheirFoldersSay(String name) throws IOException, InterruptedException {
        Path folder = ROOT.resolve(name);
        Path losses = temporary.resolve("losses.csv");
        Path stores = temporary.resolve("old-stores.csv");
        List<String> arguments = new ArrayList<>(List.of(
                "check",
                "--account-base=ou=Tokelau,o=company",
                "--mail-base=/vmail",
                "--losses=" + losses,
                "--old-stores=" + stores));
        arguments.addAll(options(folder));
        arguments.addAll(sources(folder));

        Ran ran = Cli.here().run(arguments.toArray(String[]::new));

        compare(folder, "check.txt", plain(folder, ran.err() + ran.out()));
        compare(folder, "losses.csv", plain(folder, Files.readString(losses)));
        compare(folder, "old-stores.csv", Files.readString(stores));
        compare(folder, "entries.ldif", entries(arguments));
    }

    /** What the reader makes of the source: accounts, be they accepted or not. */
    private static String entries(List<String> arguments) throws IOException {
        Asked asked = new Asked();
        new CommandLine(asked)
                .parseArgs(arguments.stream()
                        .filter(argument -> !argument.matches("check|--losses=.*|--old-stores=.*"))
                        .toArray(String[]::new));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        StringBuilder text = new StringBuilder();
        try {
            Settings settings = asked.options.settings();
            ReadOptions reading = asked.sources.settings().readOptions(settings.accountBase(), settings.mailBase());
            for (Source source :
                    asked.sources.sources(settings, new Terminal(nowhere, nowhere, false, Clock.systemUTC()))) {
                try (AccountReader reader = source.open(reading)) {
                    for (Input input = reader.read(); input != null; input = reader.read()) {
                        if (input instanceof Candidate account) {
                            text.append(account.entry().toLDIFString()).append('\n');
                        }
                    }
                }
            }
        } catch (Refused e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    /** The options of a command that reads sources. */
    @Command
    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    static final class Asked {
        @Mixin
        SettingsOptions options;

        @Mixin
        SourceOptions sources;
    }

    /** Sources of one run, by name. */
    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> each.getFileName().toString().startsWith("source"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    /** One on a line, without the dashes; a file of the folder is {@code FOLDER/name}. */
    private static List<String> options(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> given = found.filter(each -> each.endsWith("options")).toList();
            return given.isEmpty()
                    ? List.of()
                    : Files.readAllLines(given.get(0)).stream()
                            .map(line -> "--" + line.replace("FOLDER", folder.toString()))
                            .toList();
        }
    }

    private static String plain(Path folder, String text) {
        return Sample.withoutEffects(
                text.lines().map(line -> line.replace(folder + "/", "")).collect(Collectors.joining("\n", "", "\n")));
    }

    /** With the property {@code vmail.expected=write} what is expected is written anew, to be read and judged. */
    private void compare(Path folder, String file, String found) throws IOException {
        Path expected = folder.resolve("expected").resolve(file);
        if ("write".equals(System.getProperty("vmail.expected"))) {
            Files.createDirectories(expected.getParent());
            Files.writeString(expected, found);
        }
        assertThat(Files.writeString(temporary.resolve("found"), found)).hasSameTextualContentAs(expected);
    }
}
