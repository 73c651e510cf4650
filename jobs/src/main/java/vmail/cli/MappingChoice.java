package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vmail.reader.profile.Mapping;
import vmail.reader.profile.MappingFile;
import vmail.reader.profile.MappingOptions;
import vmail.reader.profile.MappingOptions.MemberAliases;
import vmail.reader.profile.Profile;
import vmail.reader.profile.ProfileChoice;
import vmail.reader.profile.Profiles;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;

/** Options for files of older systems, and the profile of each. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class MappingChoice {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "What system the SOURCEs are of. Without it the profile that fits is chosen and told; howto is this"
                            + " system's own form.")
    @Nullable
    String profile;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A profile of your own: how records become accounts, in YAML.")
    @Nullable
    Path mapping;

    @Option(
            names = "--default-domain",
            paramLabel = "DOMAIN",
            description = "Complete addresses without a domain; accounts without mail get UID@DOMAIN.")
    @Nullable
    String defaultDomain;

    @Option(names = "--derive-names", description = "Name accounts that have no name by their local part.")
    boolean deriveNames;

    @Option(
            names = "--single-member-as-alias",
            description = "Make a list whose only member is an account of the SOURCEs an alias of that account.")
    boolean singleMember;

    @Option(
            names = "--members-as-aliases",
            description =
                    "Make a list all of whose members are accounts of the SOURCEs an alias of each: mail to it reaches all.")
    boolean members;

    @Option(
            names = "--on-dn-collision",
            paramLabel = "WHAT",
            defaultValue = "reject",
            description =
                    "Accounts of the same name: reject the later, or append-uid to the name of each: Albert Onestone"
                            + " (onestonea). Default: ${DEFAULT-VALUE}.")
    String collision;

    @Option(
            names = "--maildrop-as-alias",
            description = "Take maildrop of an account for aliases, not for where its mail goes.")
    boolean maildrop;

    /** @throws Refused when one of them is none */
    MappingOptions options() throws Refused {
        Set<String> named = new TreeSet<>();
        if (maildrop) {
            named.add("maildrop-as-alias");
        }
        if (members) {
            named.add("members-as-aliases");
        }
        MemberAliases lists = members ? MemberAliases.ALL : singleMember ? MemberAliases.SINGLE : MemberAliases.NONE;
        return new MappingOptions(Optional.ofNullable(defaultDomain), deriveNames, lists, appendUid(), named);
    }

    private boolean appendUid() throws Refused {
        return switch (collision.toLowerCase(Locale.ROOT)) {
            case "reject" -> false;
            case "append-uid" -> true;
            default ->
                throw new Refused(ExitCode.USAGE, "--on-dn-collision: " + collision + ". Write reject or append-uid");
        };
    }

    /** Each source with its profile, after all were read once for what must be known beforehand. */
    List<Source> chosen(List<Source> sources, ReadOptions options, Terminal terminal) throws IOException, Refused {
        Map<Source, Profile> profiles = new LinkedHashMap<>();
        Optional<Profile> asked = asked();
        for (Source source : sources) {
            Optional<Profile> found = asked.isPresent() ? asked : detected(source, options, terminal);
            found.ifPresent(each -> profiles.put(source, each));
        }
        Map<Source, Mapping> mappings = Mapping.of(profiles, options);
        List<Source> chosen = new ArrayList<>();
        for (Source source : sources) {
            chosen.add(mappings.containsKey(source) ? source.mapped(mappings.get(source)) : source);
        }
        return chosen;
    }

    /** Empty when none is asked for, or {@code howto}. */
    Optional<Profile> asked() throws IOException, Refused {
        if (mapping != null && profile != null) {
            throw new Refused(ExitCode.USAGE, "--mapping and --profile can not both be given");
        }
        if (mapping != null) {
            return Optional.of(MappingFile.read(mapping));
        }
        if (profile == null || profile.equals(Profiles.HOWTO)) {
            return Optional.empty();
        }
        Optional<Profile> found = Profiles.find(profile);
        if (found.isEmpty()) {
            Set<String> names = new TreeSet<>(Profiles.names());
            names.add(Profiles.HOWTO);
            throw new Refused(
                    ExitCode.USAGE, "there is no profile " + profile + "; known are " + String.join(", ", names));
        }
        return found;
    }

    /** Empty for this system's own form. */
    private Optional<Profile> detected(Source source, ReadOptions options, Terminal terminal) throws IOException {
        if (profile != null) {
            return Optional.empty();
        }
        ProfileChoice choice = ProfileChoice.of(source, options);
        if (choice.isOwn()) {
            return Optional.empty();
        }
        ProfileChoice.Score best = choice.best();
        terminal.complain(
                "%s: profile %s (%s)".formatted(source.name(), best.profile().name(), choice.of(best)));
        return Optional.of(best.profile());
    }
}
