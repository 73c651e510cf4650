package vmail.reader.profile;

import com.unboundid.ldap.sdk.DN;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vmail.reader.source.AccountReader;
import vmail.reader.source.RawOptions;
import vmail.reader.source.RawReader;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.reader.source.UnusableSource;

/** A profile together with what was learnt of all sources: enough to read one of them as accounts. */
public record Mapping(Profile profile, Survey survey) {

    /** @throws UnusableSource when the file can not be used, or there is no account base to put accounts below */
    public AccountReader open(Source source, ReadOptions options) throws IOException {
        RawReader raw = source.openRaw(rawOptions());
        return new MappedReader(raw, new AccountMapper(profile, options, base(source, options), survey));
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
        RawOptions cells = profile.columns().isEmpty() ? RawOptions.HEADER : RawOptions.of(profile.columns());
        return cells.with(RawOptions.Rows.SHORT)
                .withEmpty(Set.of("NULL", "\\N"))
                .withGuarded();
    }

    /** Attributes and columns that are passwords, whatever they are called. */
    public Set<String> secrets() {
        return profile.password().attributes();
    }

    static DN base(Source source, ReadOptions options) throws UnusableSource {
        return options.accountBase()
                .orElseThrow(() -> new UnusableSource(
                        source.name(),
                        "its accounts get new names, so the account base must be known",
                        "Give it: --account-base ou=Tokelau,o=company"));
    }
}
