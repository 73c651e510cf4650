package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import vmail.reader.source.AccountReader;
import vmail.reader.source.RawOptions;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.reader.source.UnusableSource;

/** A profile together with what was learnt of all sources: enough to read one of them as accounts. */
public record Mapping(Profile profile, Survey survey) {

    /** @throws UnusableSource when the file can not be used, or there is no account base to put accounts below */
    public AccountReader open(Source source, ReadOptions options) throws IOException {
        AccountMapper mapper = new AccountMapper(profile, options, base(source, options), survey);
        return new MappedReader(new JoinedRows(source.openRaw(rawOptions()), profile), mapper);
    }

    /**
     * Each source with its profile, after all of them were read for what must be known beforehand.
     *
     * @param profiles by source, in the order in which they are read
     */
    public static Map<Source, Mapping> of(Map<Source, Profile> profiles, ReadOptions options) throws IOException {
        Surveying surveying = new Surveying(profiles, options);
        Survey survey = surveying.isNeeded() ? surveying.survey() : Survey.NONE;
        Map<Source, Mapping> mappings = new LinkedHashMap<>();
        profiles.forEach((source, profile) -> mappings.put(source, new Mapping(profile, survey)));
        return mappings;
    }

    /** How rows are cut; the columns of the profile are those of the file. */
    public RawOptions rawOptions() {
        return profile.rows().options(profile.columns());
    }

    /** Attributes and columns that are passwords, whatever they are called. */
    public Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>(profile.password().attributes());
        profile.synonyms().forEach((title, meant) -> {
            if (secrets.contains(meant)) {
                secrets.add(title);
            }
        });
        return secrets;
    }

    static DN base(Source source, ReadOptions options) throws UnusableSource {
        return options.accountBase()
                .orElseThrow(() -> new UnusableSource(
                        source.name(),
                        "its accounts get new names, so the account base must be known",
                        "Give it: --account-base ou=Tokelau,o=company"));
    }
}
