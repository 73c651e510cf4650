package vmail.reader.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vmail.account.SourceLine;
import vmail.reader.csv.AccountCsvReader;
import vmail.reader.source.RawOptions;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;
import vmail.reader.source.RawValues;
import vmail.reader.source.ReadOptions;
import vmail.reader.source.Source;
import vmail.reader.source.SourceFormat;
import vmail.reader.source.UnusableSource;

/**
 * Which profile fits a file: the one that most records speak for, of those that are not general, and never two with nearly as
 * much. A file in this system's own form needs none.
 */
public final class ProfileChoice {

    /** A profile with less than half of the best one's records is no rival. */
    private static final int RIVAL = 2;

    /** One row of so many may look otherwise. */
    private static final int NEARLY_ALL = 10;

    private static final String ROWS = "rows";

    /** How many records speak for a profile, and by what. */
    public record Score(Profile profile, long records, String by) {}

    private final Source source;
    private final List<Profile> profiles = new ArrayList<>();
    private final Map<String, Map<String, Long>> reasons = new LinkedHashMap<>();
    private final OwnForm own;
    private boolean ownColumns;
    private long read;

    private ProfileChoice(Source source, ReadOptions options) {
        this.source = source;

        this.own = new OwnForm(options);
        String format = source.format() == SourceFormat.CSV ? "csv" : "ldif";
        Profiles.all().stream()
                .filter(profile ->
                        profile.format().equals(format) && !profile.detect().isEmpty())
                .forEach(profiles::add);
    }

    /** Reads the whole source once. */
    public static ProfileChoice of(Source source, ReadOptions options) throws IOException {
        ProfileChoice choice = new ProfileChoice(source, options);
        choice.read();
        return choice;
    }

    /** Records read. */
    public long records() {
        return read;
    }

    /** Whether the file is in the form of this system itself, or says nothing about any. */
    public boolean isOwn() {
        return hasOwnForm() || scores().isEmpty();
    }

    /** Whether the file is in the form of this system itself. */
    public boolean hasOwnForm() {
        return own.holds() || ownColumns;
    }

    /** Profiles that something speaks for, the best first. */
    public List<Score> scores() {
        return profiles.stream()
                .map(this::score)
                .filter(score -> score.records() > 0)
                .sorted(Comparator.comparing(ProfileChoice::isGeneral)
                        .thenComparing(Score::records, Comparator.reverseOrder()))
                .toList();
    }

    /**
     * The best.
     *
     * @throws UnusableSource when another is as good, or nearly
     */
    public Score best() throws UnusableSource {
        List<Score> scores = scores();
        Score best = scores.get(0);
        List<Score> rivals = scores.stream()
                .filter(score -> isGeneral(score) == isGeneral(best) && score.records() * RIVAL > best.records())
                .toList();
        if (rivals.size() > 1) {
            throw new UnusableSource(
                    source.name(),
                    "several profiles fit: "
                            + rivals.stream()
                                    .map(score -> score.profile().name() + " (" + of(score) + ")")
                                    .collect(Collectors.joining(", ")),
                    "Name one: --profile " + best.profile().name());
        }
        return best;
    }

    /** Why, for people: {@code 12 of 20 records have kolabInetOrgPerson}. */
    public String of(Score score) {
        if (score.by().equals(ROWS)) {
            return "%d of %d rows look like it".formatted(score.records(), read);
        }
        if (source.format() == SourceFormat.CSV) {
            return "it has columns such as " + score.by();
        }
        return "%d of %d %s %s".formatted(score.records(), read, read == 1 ? "record has" : "records have", score.by());
    }

    private void read() throws IOException {
        if (source.format() == SourceFormat.CSV) {
            List<String> titles = source.titles();
            if (!titles.isEmpty()) {
                look(titles);
            }
            lookAtRows();
            return;
        }
        List<Names> names =
                profiles.stream().map(profile -> new Names(profile.synonyms())).toList();
        try (RawReader raw = source.openRaw(RawOptions.HEADER)) {
            for (RawRecord record = raw.read(); record != null; record = raw.read()) {
                read++;
                for (int i = 0; i < profiles.size(); i++) {
                    count(profiles.get(i), new Fields(record, names.get(i), Optional.empty()));
                }
                own.look(new Fields(record, own.names(), Optional.empty()));
            }
        }
    }

    /** Of a table only the columns speak, each once. */
    private void look(List<String> titles) {
        RawValues.Builder values = new RawValues.Builder();
        titles.forEach(title -> values.add(title, "x"));
        RawRecord header =
                new RawRecord(new SourceLine(source.name(), 1), Optional.empty(), values.build(), List.of(), List.of());
        ownColumns = AccountCsvReader.knowsColumns(titles) && AccountCsvReader.namesAccounts(titles);
        for (Profile profile : profiles) {
            Fields fields = new Fields(header, new Names(Map.of()), Optional.empty());
            profile.detect().stream()
                    .filter(detect -> detect.speaks(fields).isPresent())
                    .flatMap(detect -> Stream.concat(detect.attributes().stream(), detect.required().stream()))
                    .filter(fields::has)
                    .distinct()
                    .forEach(title -> reasons.computeIfAbsent(profile.name(), key -> new TreeMap<>())
                            .put(title, 1L));
        }
    }

    /** Tables whose titles say nothing, or that have none: nearly all rows must look alike, the first may be titles. */
    private void lookAtRows() throws IOException {
        List<Profile> known = profiles.stream()
                .filter(profile -> profile.detect().stream()
                        .anyMatch(detect -> !detect.matches().isEmpty()))
                .toList();
        Map<Profile, Long> fitting = new LinkedHashMap<>();
        try (RawReader raw = source.openRaw(RawOptions.POSITIONS)) {
            for (RawRecord row = raw.read(); row != null; row = raw.read()) {
                read++;
                Fields fields = new Fields(row, own.names(), Optional.empty());
                for (Profile profile : known) {
                    if (profile.detect().stream().anyMatch(detect -> detect.fits(fields))) {
                        fitting.merge(profile, 1L, Long::sum);
                    }
                }
            }
        }
        fitting.forEach((profile, rows) -> {
            if (rows * NEARLY_ALL >= (read - 1) * (NEARLY_ALL - 1)) {
                reasons.computeIfAbsent(profile.name(), key -> new TreeMap<>()).put(ROWS, rows);
            }
        });
    }

    private void count(Profile profile, Fields fields) {
        profile.speaks(fields).ifPresent(by -> {
            reasons.computeIfAbsent(profile.name(), key -> new TreeMap<>()).merge(by, 1L, Long::sum);
        });
    }

    /** A record counts by the first thing that speaks. */
    private Score score(Profile profile) {
        Map<String, Long> by = reasons.getOrDefault(profile.name(), Map.of());
        String names = by.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .limit(2)
                .collect(Collectors.joining(" or "));
        return new Score(
                profile, by.values().stream().mapToLong(Long::longValue).sum(), names);
    }

    private static boolean isGeneral(Score score) {
        return score.profile().isGeneral();
    }
}
