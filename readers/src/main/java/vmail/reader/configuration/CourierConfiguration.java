package vmail.reader.configuration;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vmail.account.DiskPath;
import vmail.account.Origin;
import vmail.account.SourceLine;

/**
 * {@code authldaprc} (howto 3.2) with the list of modules from {@code authdaemonrc} beside it.
 *
 * <p>A line is a name, blanks and a value; of several lines for a name the first counts.
 *
 * @param marked whether it has the line {@code ##NAME: MARKER:0}, without which authlib refuses it
 */
public record CourierConfiguration(Path file, Map<String, Parameter> parameters, boolean marked) {

    private static final Pattern LINE = Pattern.compile("([A-Z_]+)[ \\t]+(.*)");
    private static final Pattern MODULES = Pattern.compile("\\s*authmodulelist\\s*=\\s*([\"']?)(.*?)\\1\\s*(?:#.*)?");

    public CourierConfiguration {
        parameters = Map.copyOf(parameters);
    }

    /** @throws IOException when there is no such file or it can not be read */
    public static CourierConfiguration read(Path authldaprc) throws IOException {
        Path file = authldaprc.toAbsolutePath().normalize();
        List<String> lines = ConfigurationFile.lines(file);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()) {
                SourceLine origin = new SourceLine(file.toString(), i + 1L);
                parameters.putIfAbsent(
                        line.group(1),
                        new Parameter(line.group(1), line.group(2).strip(), origin));
            }
        }
        boolean marked = lines.stream().anyMatch(line -> line.startsWith("##NAME: MARKER:"));
        return new CourierConfiguration(file, parameters, marked);
    }

    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Empty when it is not set. Never a password. */
    public String value(String name) {
        return parameter(name).map(Parameter::value).orElse("");
    }

    /** The line of a parameter, or the file when it has none. */
    public Origin origin(String name) {
        return parameter(name).<Origin>map(Parameter::origin).orElseGet(() -> new DiskPath(file));
    }

    public Optional<Parameter> password() {
        return parameter("LDAP_BINDPW").filter(each -> !each.isEmpty());
    }

    public Path daemonFile() {
        return file.resolveSibling("authdaemonrc");
    }

    /**
     * The modules that authdaemond asks; empty when there is no authdaemonrc beside the file.
     *
     * @throws IOException when it can not be read
     */
    public Optional<Modules> modules() throws IOException {
        Path daemonFile = daemonFile();
        try {
            List<String> lines = ConfigurationFile.lines(daemonFile);
            Modules found = new Modules(List.of(), new DiskPath(daemonFile));
            for (int i = 0; i < lines.size(); i++) {
                Matcher line = MODULES.matcher(lines.get(i));
                if (line.matches()) {
                    List<String> names = Stream.of(line.group(2).split("\\s+"))
                            .filter(name -> !name.isEmpty())
                            .toList();
                    found = new Modules(names, new SourceLine(daemonFile.toString(), i + 1L));
                }
            }
            return Optional.of(found);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** {@code authmodulelist}: of several lines the last counts, authdaemonrc is read by a shell's rules. */
    public record Modules(List<String> names, Origin origin) {}
}
