package vmail.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vmail.account.Unreadable.Problem;
import vmail.check.Progress;
import vmail.reader.csv.RawCsv;
import vmail.reader.profile.Mapping;
import vmail.reader.profile.Meanings;
import vmail.reader.source.RawOptions;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;
import vmail.reader.source.SecretNames;
import vmail.reader.source.Source;

/** Reads a file once and counts what is in it, in memory that does not grow with the file. */
public final class ContentReader {

    private static final int SHOWN_PROBLEMS = 3;

    /** Names that have to do with passwords and whose values are none. */
    private static final Pattern ABOUT_PASSWORDS =
            Pattern.compile("(?i).*(last|set|time|expir|histor|policy|change|count|failure|hint|must|generali).*");

    private final Source source;
    private final List<String> titles;
    private final Optional<Meanings> meanings;
    private final List<Problem> problems = new ArrayList<>();
    private final Tallied passwords = new Tallied(100);
    private final AttributeTally attributes;
    private final KindTally kinds;
    private long records;
    private long unreadable;

    private ContentReader(Source source, List<String> titles) {
        this.source = source;
        this.titles = titles;
        this.meanings = source.mapping().map(mapping -> Meanings.of(mapping.profile()));
        this.attributes = new AttributeTally(this::isSecret);
        this.kinds = new KindTally(source.format(), isTitled());
    }

    /**
     * Reads all of it.
     *
     * @param source with the profile that names the columns of a table without titles
     */
    public static SourceContent read(Source source, Progress progress) throws IOException {
        return new ContentReader(source, source.titles()).read(progress);
    }

    private SourceContent read(Progress progress) throws IOException {
        Optional<Character> separator = Optional.empty();
        try (RawReader raw = source.openRaw(options())) {
            for (RawRecord record = raw.read(); record != null; record = raw.read()) {
                progress.step();
                add(record);
            }
            problems.addAll(raw.notes());
            if (raw instanceof RawCsv table) {
                separator = Optional.of(table.separator());
            }
        }
        return new SourceContent(
                separator,
                titles,
                records,
                unreadable,
                List.copyOf(problems),
                kinds.kinds(),
                attributes.counts(),
                attributes.others(),
                passwords,
                attributes.domains());
    }

    private RawOptions options() {
        return source.mapping()
                .map(Mapping::rawOptions)
                .orElse(titles.isEmpty() ? RawOptions.POSITIONS : RawOptions.HEADER.with(RawOptions.Rows.SHORT));
    }

    private boolean isTitled() {
        return source.mapping()
                .map(mapping -> !mapping.rawOptions().isHeaderless())
                .orElse(!titles.isEmpty());
    }

    private void add(RawRecord record) {
        records++;
        if (!record.isReadable()) {
            unreadable++;
            if (unreadable <= SHOWN_PROBLEMS) {
                problems.add(record.problems().get(0));
            }
        }
        kinds.add(record);
        attributes.add(record);
        for (String name : record.values().names()) {
            if (isPassword(name)) {
                record.values().of(name).forEach(value -> passwords.add(PasswordForm.of(value)));
            }
        }
    }

    private boolean isPassword(String name) {
        return meanings.map(known -> known.isPassword(name))
                .orElseGet(() -> SecretNames.isSecret(name)
                        && !ABOUT_PASSWORDS.matcher(name).matches());
    }

    private boolean isSecret(String name) {
        return SecretNames.isSecret(name)
                || meanings.filter(known -> known.isPassword(name)).isPresent();
    }
}
