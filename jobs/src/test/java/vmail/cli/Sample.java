package vmail.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmail.lab.Cli;
import vmail.lab.Ran;

/**
 * A folder of sample-data and what {@code vmail check} says to its source.
 *
 * @param folder in sample-data, for example {@code broken/single-mail}
 */
record Sample(String folder) {

    private static final Path ROOT = Path.of("..", "sample-data");
    private static final Pattern EFFECT = Pattern.compile("(?m)(^\\S+: (?:error|warning|note): \\[[a-z-]+] )[A-Z]+: ");

    /** The samples of a folder, by name. */
    static List<Sample> in(String folder) throws IOException {
        try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
            return found.map(each -> new Sample(folder + "/" + each.getFileName()))
                    .sorted((one, other) -> one.folder.compareTo(other.folder))
                    .toList();
        }
    }

    String name() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    Path path() {
        return ROOT.resolve(folder);
    }

    /** The only file accounts.csv or accounts.ldif. */
    Path source() throws IOException {
        try (Stream<Path> found = Files.list(path())) {
            List<Path> sources = found.filter(
                            each -> each.getFileName().toString().startsWith("accounts."))
                    .toList();
            if (sources.size() != 1) {
                throw new AssertionError(path() + " should have one source, has " + sources);
            }
            return sources.get(0);
        }
    }

    String text(String file) throws IOException {
        return Files.readString(path().resolve(file));
    }

    Ran check(String... options) throws IOException, InterruptedException {
        return check(Stream.of(options), source());
    }

    /** With the domains of the howto as a further source. */
    Ran checkWithDomains(String... options) throws IOException, InterruptedException {
        return check(Stream.of(options), source(), ROOT.resolve("howto/domains.ldif"));
    }

    private Ran check(Stream<String> options, Path... sources) throws IOException, InterruptedException {
        Stream<String> command = Stream.of(
                        Stream.of("check", "--account-base=ou=Tokelau,o=company"),
                        ownOptions().stream(),
                        options,
                        Stream.of(sources).map(Path::toString))
                .flatMap(each -> each);
        return Cli.here().run(command.toArray(String[]::new));
    }

    /** What a rule has to be told of the site, one option a line. */
    private List<String> ownOptions() throws IOException {
        Path file = path().resolve("options.txt");
        return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    }

    /**
     * A report with the names of sources as they are in their folder, so that it reads the same from everywhere, and with findings as the
     * rules' pages show them: without the effect, which the page has in a line of its own.
     */
    String plain(String report) {
        return withoutEffects(report.replace(path() + "/", "").replace(ROOT + "/howto/", ""));
    }

    static String withoutEffects(String report) {
        return EFFECT.matcher(report).replaceAll("$1");
    }

    @Override
    public String toString() {
        return name();
    }
}
