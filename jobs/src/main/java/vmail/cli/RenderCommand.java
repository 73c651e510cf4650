package vmail.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmail.account.DirectoryUnavailable;
import vmail.connection.UnsafeSettings;
import vmail.reader.source.ShellWord;
import vmail.writer.configuration.ConfigurationFile;
import vmail.writer.configuration.ConfigurationFolder;
import vmail.writer.configuration.FilesThere;

/** {@code vmail render}: configuration of the servers that fits the settings. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = {
            "Write configuration of Postfix, Courier or slapd that fits the settings into a folder, and tell the commands that"
                    + " put it to use. Replaces no file, changes no server, asks no directory.",
            "Passwords go from files of mode 0600 into files of mode 0640."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RenderCommand implements Callable<Integer> {

    /** A server, or every one. */
    enum Target {
        postfix,
        courier,
        slapd,
        all
    }

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "TARGET", description = "postfix, courier, slapd or all.")
    List<Target> targets;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "Write into DIR, which is made if only itself is missing.")
    Path into;

    @Mixin
    RenderOptions rendered;

    @Mixin
    SettingsOptions options;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        Path folder = into.toAbsolutePath().normalize();
        ServerSettings servers = new ServerSettings(options, rendered, options.settings());
        Set<Target> wanted = wanted();
        List<ConfigurationFile> files = files(servers, folder, wanted);
        List<Path> paths = write(folder, files);
        NextCommands next = new NextCommands(
                files, folder, rendered.mapsFolder(), rendered.slapdFolder(folder), rendered.databaseDirectory);
        Rendered answer = new Rendered(files, paths, next.of(wanted));
        if (options.format == SettingsOptions.Format.json) {
            terminal.say(answer.json());
        } else {
            answer.text().forEach(terminal::say);
        }
        return ExitCode.DONE.number();
    }

    private Set<Target> wanted() {
        Set<Target> wanted = EnumSet.copyOf(targets);
        return wanted.contains(Target.all) ? EnumSet.range(Target.postfix, Target.slapd) : wanted;
    }

    private static List<ConfigurationFile> files(ServerSettings servers, Path folder, Set<Target> wanted)
            throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        List<ConfigurationFile> files = new ArrayList<>();
        try {
            if (wanted.contains(Target.postfix)) {
                files.addAll(servers.postfix().files());
            }
            if (wanted.contains(Target.courier)) {
                files.addAll(servers.courier().files());
            }
            if (wanted.contains(Target.slapd)) {
                files.addAll(new SlapdSettings(servers, folder).configuration().files());
            }
            return files;
        } catch (IllegalArgumentException e) {
            // a setting that is right for vmail and can not be written into a server's file
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static List<Path> write(Path folder, List<ConfigurationFile> files) throws IOException, Refused {
        try {
            return new ConfigurationFolder(folder, Surroundings.isRoot()).write(files);
        } catch (FilesThere e) {
            throw new Refused(ExitCode.REFUSED, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            Path above = folder.resolveSibling("");
            throw new Refused(
                    ExitCode.USAGE,
                    "there is no folder to make %s in. Make it: mkdir -p %s"
                            .formatted(folder, ShellWord.of(above.toString())));
        }
    }
}
