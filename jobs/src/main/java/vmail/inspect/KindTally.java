package vmail.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vmail.reader.source.PrintableText;
import vmail.reader.source.RawRecord;
import vmail.reader.source.RawValues;
import vmail.reader.source.SourceFormat;

/** Counts records by kind: sets of object classes, or what a column of a table says, or its first cell where that is a word. */
final class KindTally {

    private static final int MOST = 200;
    private static final int LONGEST = 160;
    private static final String ROW = "row";

    /** More kinds of rows than that are no kinds. */
    private static final int MOST_WORDS = 8;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{1,20}");
    private static final Set<String> COLUMNS =
            Set.of("objectclass", "recipienttypedetails", "recipienttype", "msexchrecipienttypedetails");

    private final boolean table;
    private final boolean titled;
    private final Tallied kinds = new Tallied(MOST);
    private boolean words = true;
    private long records;

    /** @param titled whether the columns of a table have names */
    KindTally(SourceFormat format, boolean titled) {
        this.table = format == SourceFormat.CSV;
        this.titled = titled;
    }

    void add(RawRecord record) {
        records++;
        if (!table) {
            kinds.add(classes(record.values()));
        } else if (titled) {
            kinds.add(record.values().names().stream()
                    .filter(name -> COLUMNS.contains(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .map(name -> PrintableText.of(record.values().of(name).get(0), LONGEST))
                    .orElse(ROW));
        } else {
            firstCell(record.values().first("1").orElse(""));
        }
    }

    private void firstCell(String cell) {
        words &= WORD.matcher(cell).matches();
        if (words) {
            kinds.add(cell);
            words = kinds.counts().size() <= MOST_WORDS;
        }
    }

    private static String classes(RawValues values) {
        List<String> classes = values.of("objectClass");
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        named.addAll(classes);
        if (named.size() > 1) {
            named.remove("top");
        }
        return named.isEmpty()
                ? "without object class"
                : PrintableText.of(named.stream().collect(Collectors.joining(" + ")), LONGEST);
    }

    Tallied kinds() {
        boolean rows = table && !titled && (!words || kinds.counts().size() * 2L > records);
        if (!rows) {
            return kinds;
        }
        Tallied all = new Tallied(1);
        all.add(ROW, records);
        return all;
    }
}
