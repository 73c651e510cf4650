package vmail.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmail.reader.source.Source;
import vmail.settings.Settings;
import vmail.settings.SourceSettings;

/** The sources of a command and how their records become accounts. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SourceOptions {

    static final String STORE_TEMPLATE = "{base}/{localpart}/Maildir/";
    static final String SHARED_STORE_TEMPLATE = "{base}/shared/{name}/{uid}/";

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "CSV or LDIF files, also gzipped; which it is is seen from the content.")
    List<Path> files;

    @Option(
            names = "--default",
            paramLabel = "ATTR=TEMPLATE",
            description =
                    "Give records that lack the attribute ATTR the value TEMPLATE, in which {uid}, {cn}, {mail}, {localpart},"
                            + " {domain} stand for the record's own, e.g. accountStatus=active or sn={uid}. May be repeated.")
    Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--store-template",
            paramLabel = "TEMPLATE",
            defaultValue = STORE_TEMPLATE,
            description = "The mailMessageStore of a person whose record has none. {base} is the mail base. Default:"
                    + " ${DEFAULT-VALUE}.")
    String storeTemplate;

    @Option(
            names = "--shared-store-template",
            paramLabel = "TEMPLATE",
            defaultValue = SHARED_STORE_TEMPLATE,
            description =
                    "The mailMessageStore of a shared account whose record has none; {name} is its cn in lower case with"
                            + " dots for blanks. Default: ${DEFAULT-VALUE}.")
    String sharedStoreTemplate;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "The encoding of the sources, such as windows-1252, ISO-8859-15, IBM850 or Shift_JIS. Without it,"
                            + " it is found out, and what was chosen is said; a byte order mark goes before both.")
    @Nullable
    String encoding;

    @Mixin
    MappingChoice mapping;

    /** The sources, each with the profile that fits or is asked for, which is told, as is each encoding that was chosen. */
    List<Source> sources(Settings settings, Terminal terminal) throws IOException, Refused {
        List<Source> sources = unmapped();
        sources.forEach(source -> source.encoding().note(source.name()).ifPresent(terminal::complain));
        return mapping.chosen(sources, settings().readOptions(settings.accountBase(), settings.mailBase()), terminal);
    }

    /**
     * The sources without profiles.
     *
     * @throws Refused when one is named twice, which would make every account a duplicate of itself; or the encoding is
     *     none
     */
    List<Source> unmapped() throws IOException, Refused {
        Optional<Charset> charset = charset();
        List<Source> sources = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path file : files) {
            if (!seen.add(file.toAbsolutePath().normalize())) {
                throw new Refused(ExitCode.USAGE, "the source " + file + " is named twice");
            }
            sources.add(Source.of(file, charset));
        }
        return sources;
    }

    private Optional<Charset> charset() throws Refused {
        if (encoding == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(encoding));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the encoding " + encoding + " is not known; name it as in --encoding windows-1252, ISO-8859-15,"
                            + " IBM850, Shift_JIS or UTF-16LE");
        }
    }

    /** @throws Refused when a template is broken */
    SourceSettings settings() throws Refused {
        try {
            return new SourceSettings(storeTemplate, sharedStoreTemplate, defaults, mapping.options());
        } catch (IllegalArgumentException e) {
            throw new Refused(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
