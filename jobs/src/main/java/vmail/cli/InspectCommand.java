package vmail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.check.StopRequest;
import vmail.inspect.ContentReader;
import vmail.inspect.Forecast;
import vmail.inspect.Inspected;
import vmail.inspect.Inspection;
import vmail.inspect.InspectionJson;
import vmail.inspect.InspectionText;
import vmail.inspect.ProfileSearch;
import vmail.inspect.ProfileVerdict;
import vmail.reader.profile.Mapping;
import vmail.reader.profile.Profile;
import vmail.reader.profile.Profiles;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.reader.source.SourceFormat;
import vmail.settings.Settings;

/** {@code vmail inspect}: looks at files before anybody decides anything, so whatever can be read is told. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Tell what is in SOURCEs: encoding, columns or attributes, kinds of records, password schemes, domains, which profile"
                    + " fits and why, and what a check would give. Touches nothing, asks no directory, shows no password.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vmail inspect old-server.ldif",
            "  vmail inspect --encoding windows-1252 --default-domain mydomain.nl users.csv",
            "  vmail inspect --write-mapping ours.yaml users.csv",
            "    then change ours.yaml, and try it: vmail check --mapping ours.yaml users.csv"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class InspectCommand implements Callable<Integer> {

    /** The howto's. */
    private static final DN SOME_BASE = new DN(new RDN("ou", "Tokelau"), new RDN("o", "company"));

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Mixin
    SourceOptions sources;

    @Option(
            names = "--write-mapping",
            paramLabel = "FILE",
            description =
                    "Write to FILE, which must not exist, a mapping of the attributes or columns of SOURCE to start from.")
    @Nullable
    Path draft;

    InspectCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused {
        Settings settings = options.settings();
        Inspection inspection = inspect(settings, new TerminalProgress(terminal, stop));
        if (draft != null) {
            write(draft, draft(inspection.files().get(0)));
        }
        if (options.format == SettingsOptions.Format.json) {
            terminal.say(InspectionJson.of(inspection));
        } else {
            InspectionText.of(inspection).forEach(terminal::say);
        }
        return ExitCode.DONE.number();
    }

    private Inspection inspect(Settings settings, TerminalProgress progress) throws IOException, Refused {
        Optional<Profile> asked = sources.mapping.asked();
        refuseDraft();
        ReadOptions given = sources.settings().readOptions(settings.accountBase(), settings.mailBase());
        ProfileSearch search = new ProfileSearch(asked, Profiles.HOWTO.equals(sources.mapping.profile), given);
        Map<Source, ProfileVerdict> verdicts = new LinkedHashMap<>();
        for (Source source : sources.unmapped()) {
            verdicts.put(source, search.search(source));
        }
        List<String> remarks = new ArrayList<>();
        ReadOptions reading = withBase(given, settings, verdicts, remarks);
        Map<Source, Mapping> mappings = Mapping.of(profiles(verdicts), reading);
        progress.phase("inspecting", 0);
        List<Inspected> files = new ArrayList<>();
        for (Map.Entry<Source, ProfileVerdict> each : verdicts.entrySet()) {
            Source source = each.getKey();
            Source mapped = mappings.containsKey(source) ? source.mapped(mappings.get(source)) : source;
            files.add(new Inspected(mapped, each.getValue(), ContentReader.read(mapped, progress)));
        }
        Forecast check = Forecast.of(
                files.stream().map(Inspected::source).toList(),
                reading,
                settings.mailBase(),
                settings.severities(),
                progress);
        progress.clear();
        return new Inspection(files, check, check.counts().isEmpty() ? List.of() : remarks);
    }

    private void refuseDraft() throws Refused {
        if (draft != null && sources.mapping.mapping != null) {
            throw new Refused(
                    ExitCode.USAGE,
                    "--mapping and --write-mapping can not both be given: that file is a mapping already");
        }
        if (draft != null && sources.files.size() > 1) {
            throw new Refused(
                    ExitCode.USAGE, "--write-mapping is for one SOURCE; name the others in calls of their own");
        }
    }

    private static String draft(Inspected file) throws Refused {
        if (file.isOwn()) {
            throw new Refused(
                    ExitCode.USAGE,
                    file.source().name() + " is in this system's own form and needs no mapping, which could only lose"
                            + " something. If it is not, name what it is, as in --profile generic");
        }
        return file.draft();
    }

    private static Map<Source, Profile> profiles(Map<Source, ProfileVerdict> verdicts) {
        Map<Source, Profile> profiles = new LinkedHashMap<>();
        verdicts.forEach((source, verdict) -> verdict.profile().ifPresent(each -> profiles.put(source, each)));
        return profiles;
    }

    /** New names need a base, and any will do to count. */
    private static ReadOptions withBase(
            ReadOptions given, Settings settings, Map<Source, ProfileVerdict> verdicts, List<String> remarks) {
        boolean needed = verdicts.entrySet().stream()
                .anyMatch(each ->
                        each.getValue().profile().isPresent() || each.getKey().format() == SourceFormat.CSV);
        if (settings.accountBase().isPresent() || !needed) {
            return given;
        }
        remarks.add("no --account-base was given; the check is that for accounts below " + SOME_BASE);
        return new ReadOptions(
                Optional.of(SOME_BASE),
                given.mailBase(),
                given.storeTemplate(),
                given.sharedStoreTemplate(),
                given.defaults(),
                given.mapping());
    }

    private static void write(Path file, String text) throws IOException, Refused {
        try {
            Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Refused(
                    ExitCode.USAGE, "--write-mapping: " + file + " exists, and is left as it is. Name another");
        } catch (NoSuchFileException e) {
            throw new Refused(ExitCode.USAGE, "--write-mapping: there is no folder for " + file);
        }
    }
}
