package vmail.reader.profile;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vmail.account.Unreadable.Problem;
import vmail.reader.profile.TableRows.Repeated;
import vmail.reader.source.Fault;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;
import vmail.reader.source.RawValues;

/**
 * Records of a source, where rows below each other that have the same value in one column are one record: one row for each alias, the
 * login repeated. Only columns of which the profile says so may differ; a row that contradicts, or stands elsewhere, can not be read.
 */
final class JoinedRows implements Closeable {

    /** More rows for one account are no aliases any more. */
    private static final int MOST = 1000;

    /**
     * A record of the source.
     *
     * @param isFurther whether it is a part of the record before it, which has its values already
     */
    record Row(RawRecord record, boolean isFurther) {}

    private final RawReader raw;
    private final Optional<Repeated> repeated;
    private final Names names;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Row> ready = new ArrayDeque<>();
    private @Nullable RawRecord ahead;

    JoinedRows(RawReader raw, Profile profile) {
        this.raw = raw;
        this.repeated = profile.rows().repeated();
        this.names = new Names(profile.synonyms());
    }

    /** The next record; null at the end. */
    @Nullable
    Row read() throws IOException {
        Row row = ready.poll();
        if (row != null) {
            return row;
        }
        RawRecord record = ahead == null ? raw.read() : ahead;
        ahead = null;
        if (record == null) {
            return null;
        }
        if (repeated.isEmpty() || !record.isReadable()) {
            return new Row(record, false);
        }
        String key = key(record);
        if (key.isEmpty()) {
            return new Row(record, false);
        }
        return seen.add(key) ? new Row(joined(record, key), false) : elsewhere(record);
    }

    List<Problem> notes() {
        return raw.notes();
    }

    /** The record with what the rows below it add, which are ready to be given after it. */
    private RawRecord joined(RawRecord first, String key) throws IOException {
        List<RawRecord> same = new ArrayList<>(List.of(first));
        ahead = raw.read();
        while (ahead != null && ahead.isReadable() && key(ahead).equals(key) && ready.size() < MOST) {
            Optional<String> other = contradiction(same, ahead);
            if (other.isPresent()) {
                ready.add(refused(ahead, other.get()));
            } else {
                ready.add(new Row(ahead, true));
                same.add(ahead);
            }
            ahead = raw.read();
        }
        return same.size() == 1 ? first : merged(same);
    }

    private static RawRecord merged(List<RawRecord> rows) {
        RawValues.Builder values = new RawValues.Builder();
        for (RawRecord row : rows) {
            for (String name : row.values().names()) {
                row.values().of(name).forEach(value -> values.add(name, value));
            }
        }
        RawRecord first = rows.get(0);
        return new RawRecord(first.origin(), first.dn(), values.build(), first.octets(), List.of());
    }

    /** A column that says something else here than above. */
    private Optional<String> contradiction(List<RawRecord> above, RawRecord row) {
        return row.values().names().stream()
                .filter(name ->
                        repeated.stream().noneMatch(same -> same.differing().contains(names.canonical(name))))
                .filter(name -> above.stream()
                        .map(each -> each.values().of(name))
                        .anyMatch(found -> !found.isEmpty()
                                && !sameText(found, row.values().of(name))))
                .findFirst();
    }

    private static boolean sameText(List<String> some, List<String> others) {
        return String.join("\n", some).equalsIgnoreCase(String.join("\n", others));
    }

    private Row elsewhere(RawRecord record) {
        Fault fault = new Fault(
                "its %s stands in an earlier row that is not right above".formatted(by()),
                "If both are one account, sort the table by %s; else give one of them another".formatted(by()));
        return new Row(RawRecord.unreadable(record.origin(), fault), false);
    }

    private Row refused(RawRecord record, String column) {
        Fault fault = new Fault(
                "it has the %s of the row above but another %s".formatted(by(), column),
                "If both are one account, write the same; else give one of them another " + by());
        return new Row(RawRecord.unreadable(record.origin(), fault), false);
    }

    private String by() {
        return repeated.orElseThrow().by();
    }

    private String key(RawRecord record) {
        String column = by();
        for (String name : record.values().names()) {
            if (names.canonical(name).equalsIgnoreCase(column)) {
                return record.values().first(name).orElse("").strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
