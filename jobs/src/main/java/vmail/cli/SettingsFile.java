package vmail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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

    /** Options that are no settings: what they ask for is not read from a file. */
    private static final Set<String> NO_KEYS =
            Set.of("help", "version", "settings", "live", "list", "withdraw", "reason", "until", "output");

    /** Answers to what one run has asked: kept in a file they would switch a guard off for ever. */
    private static final Set<String> DECISIONS =
            Set.of("confirm", "new-baseline", "new-run", "adopt-mail", "create-mail-base", "plan", "restore");

    /** Options that take {@code NAME=VALUE}. */
    private static final Set<String> PAIRS = Set.of("severity", "default");

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
        } catch (NoSuchFileException e) {
            throw new Refused(ExitCode.USAGE, "the settings file " + file.get() + " does not exist");
        } catch (CharacterCodingException e) {
            throw new Refused(ExitCode.USAGE, "the settings file " + file.get() + " is not UTF-8");
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
        known.removeAll(NO_KEYS);
        known.removeAll(DECISIONS);
        for (String key : values.keySet()) {
            if (DECISIONS.contains(key)) {
                throw new Refused(
                        ExitCode.USAGE,
                        file + ": " + key + " answers what one run has asked. Take it out of the file, and give --"
                                + key + " on the command line of that run");
            }
            int dot = key.indexOf('.');
            boolean right = dot < 0 ? known.contains(key) : PAIRS.contains(key.substring(0, dot));
            if (!right) {
                throw new Refused(
                        ExitCode.USAGE,
                        file + ": unknown key " + key + ". Keys are option names without the dashes: "
                                + String.join(", ", known));
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

    /** Puts the {@code NAME=VALUE} pairs of an option before those of the command line, of which the later wins. */
    void addPairs(String option, Map<String, String> pairs) {
        String prefix = option + ".";
        Map<String, String> given = new LinkedHashMap<>(pairs);
        pairs.clear();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                pairs.put(key.substring(prefix.length()), value);
            }
        });
        pairs.putAll(given);
    }
}
