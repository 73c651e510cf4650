package vmail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code vmail.properties}: keys are option names without the dashes. Options that take {@code NAME=VALUE} are written as
 * {@code severity.unique-mail=warning}.
 */
final class SettingsFile implements IDefaultValueProvider {

    private static final String OPTION = "--settings";

    private final Map<String, String> values;

    private SettingsFile(Map<String, String> values) {
        this.values = values;
    }

    /** The file that the arguments name, or nothing. Keys are compared with the options of all commands. */
    static SettingsFile of(String[] arguments, CommandSpec root) throws Refused {
        Optional<Path> file = named(arguments);
        if (file.isEmpty()) {
            return new SettingsFile(Map.of());
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file.get(), UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, "can not read the settings file " + file.get() + ": " + e.getMessage());
        }
        Map<String, String> values = new TreeMap<>();
        properties.forEach((key, value) -> values.put((String) key, ((String) value).strip()));
        refuseUnknown(values, file.get(), root);
        return new SettingsFile(values);
    }

    private static Optional<Path> named(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--")) {
                break;
            }
            if (arguments[i].startsWith(OPTION + "=")) {
                return Optional.of(Path.of(arguments[i].substring(OPTION.length() + 1)));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Optional.of(Path.of(arguments[i + 1]));
            }
        }
        return Optional.empty();
    }

    private static void refuseUnknown(Map<String, String> values, Path file, CommandSpec root) throws Refused {
        TreeSet<String> known = new TreeSet<>();
        root.subcommands()
                .values()
                .forEach(command -> command.getCommandSpec().options().forEach(option -> {
                    known.add(option.longestName().substring(2));
                }));
        for (String key : values.keySet()) {
            String name = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
            if (!known.contains(name)) {
                throw new Refused(
                        ExitCode.USAGE,
                        file + ": unknown key " + key + ". Keys are option names without the dashes: "
                                + String.join(", ", known));
            }
            if (name.equals("settings")) {
                throw new Refused(ExitCode.USAGE, file + ": a settings file can not name another");
            }
        }
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        return values.get(option.longestName().substring(2));
    }

    /** The {@code NAME=VALUE} pairs of an option that takes such, added where the command line has none of that name. */
    void addPairs(String option, Map<String, String> pairs) {
        String prefix = option + ".";
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                pairs.putIfAbsent(key.substring(prefix.length()), value);
            }
        });
    }
}
