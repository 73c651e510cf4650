package vmail.inspect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vmail.reader.profile.AttributeCount;
import vmail.reader.profile.Meanings.Meaning;
import vmail.reader.source.PrintableText;
import vmail.reader.source.TextEncoding;
import vmail.report.run.Counts;

/** An inspection as lines for people; not yet safe for a terminal. */
public final class InspectionText {

    /** JSON has all. */
    private static final int SHOWN = 60;

    private static final int LONGEST_NAME = 40;

    private final List<String> lines = new ArrayList<>();

    private InspectionText() {}

    public static List<String> of(Inspection inspection) {
        InspectionText text = new InspectionText();
        inspection.files().forEach(text::add);
        text.add(inspection.check());
        inspection.remarks().forEach(remark -> text.lines.add("note: " + remark));
        return List.copyOf(text.lines);
    }

    private void add(Inspected file) {
        SourceContent content = file.content();
        lines.add(PrintableText.of(file.source().name()));
        field("format", file.source().format().toString());
        field("encoding", encoding(file.source().encoding()));
        content.separator().ifPresent(separator -> {
            field("separator", separator == '\t' ? "tab" : separator.toString());
            field("header", header(content.titles()));
        });
        field(
                "records",
                content.unreadable() == 0
                        ? Long.toString(content.records())
                        : "%d, of which %d can not be read".formatted(content.records(), content.unreadable()));
        content.problems().forEach(problem -> field("", problem.where() + ": " + problem.message()));
        field(
                "profile",
                "%s (%s)".formatted(file.verdict().word(), file.verdict().why()));
        file.verdict().others().stream()
                .limit(SHOWN)
                .forEach(other ->
                        field("", "not %s (%s)".formatted(other.profile().name(), other.why())));
        tally("kinds", content.kinds(), "others");
        attributes(file);
        tally("passwords", content.passwords(), "others");
        tally("domains", content.domains(), "addresses of others");
        lines.add("");
    }

    private void attributes(Inspected file) {
        List<AttributeCount> counts = file.content().attributes();
        List<Optional<Meaning>> meanings = file.meanings();
        String label = "attributes";
        for (int i = 0; i < Math.min(counts.size(), 4 * SHOWN); i++) {
            AttributeCount count = counts.get(i);
            String records = count.records() == count.values()
                    ? Long.toString(count.values())
                    : "%d in %d".formatted(count.values(), count.records());
            String what = meanings.get(i).map(Meaning::text).orElse("");
            String line = "%-12s %-28s %s".formatted(records, PrintableText.of(count.name(), LONGEST_NAME), what);
            field(label, line);
            label = "";
        }
        long hidden = Math.max(0, counts.size() - 4 * SHOWN);
        if (hidden > 0) {
            field("", "and %d more; --format json has them".formatted(hidden));
        }
        if (file.content().furtherAttributes() > 0) {
            field("", "and %d under further names".formatted(file.content().furtherAttributes()));
        }
    }

    private void tally(String label, Tallied tallied, String others) {
        String shown = label;
        List<Tallied.Count> counts = tallied.counts();
        for (Tallied.Count count : counts.subList(0, Math.min(SHOWN, counts.size()))) {
            field(shown, "%-12d %s".formatted(count.count(), count.name()));
            shown = "";
        }
        long rest = tallied.others()
                + counts.stream().skip(SHOWN).mapToLong(Tallied.Count::count).sum();
        if (rest > 0) {
            field(shown, "%-12d %s".formatted(rest, others));
        }
    }

    private void add(Forecast check) {
        if (check.counts().isEmpty()) {
            lines.add("check: " + check.obstacle());
            return;
        }
        Counts counts = check.counts().get();
        lines.add("check: " + counts.sum());
        lines.add("       with %d aliases and %d domains".formatted(counts.aliases(), counts.domains()));
        if (!check.errors().counts().isEmpty()) {
            lines.add("       errors: "
                    + check.errors().counts().stream()
                            .map(each -> "%d [%s]".formatted(each.count(), each.name()))
                            .collect(Collectors.joining(", ")));
        }
        if (check.warnings() > 0) {
            lines.add("       warnings: " + check.warnings());
        }
        check.losses().forEach(loss -> lines.add("       " + loss));
    }

    private void field(String label, String text) {
        lines.add("  %-11s %s".formatted(label, text).stripTrailing());
    }

    private static String header(List<String> titles) {
        if (titles.isEmpty()) {
            return "none: the first row is a record, columns are named by position";
        }
        String all = titles.stream()
                .limit(SHOWN)
                .map(title -> PrintableText.of(title, LONGEST_NAME))
                .collect(Collectors.joining(", "));
        return titles.size() > SHOWN ? all + ", ... (%d columns)".formatted(titles.size()) : all;
    }

    /** The encoding, and how it is known. */
    static String encoding(TextEncoding encoding) {
        String how = how(encoding);
        boolean ascii = encoding.charset().equals(StandardCharsets.UTF_8) && encoding.why() == TextEncoding.Why.UTF_8;
        return ascii ? "UTF-8" : "%s (%s)".formatted(encoding.charset().name(), how);
    }

    static String how(TextEncoding encoding) {
        return switch (encoding.why()) {
            case UTF_8 -> "every byte fits";
            case MARK -> "by its byte order mark";
            case NULS -> "by its NUL bytes";
            case GIVEN -> "by --encoding";
            case DETECTED -> "detected; --encoding to choose another";
        };
    }
}
