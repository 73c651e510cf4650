package vmail.inspect;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name, ignoring case, for so many names as fit into memory; what comes with further ones is only counted together. */
public final class Tallied {

    /** A name with its count. */
    public record Count(String name, long count) {}

    private final int most;
    private final Map<String, Long> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long others;

    /** @param most names */
    Tallied(int most) {
        this.most = most;
    }

    void add(String name) {
        add(name, 1);
    }

    void add(String name, long count) {
        if (counts.size() < most || counts.containsKey(name)) {
            counts.merge(name, count, Long::sum);
        } else {
            others += count;
        }
    }

    void add(Tallied more) {
        more.counts.forEach(this::add);
        others += more.others;
    }

    /** The most frequent first. */
    public List<Count> counts() {
        return counts.entrySet().stream()
                .map(each -> new Count(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::name))
                .toList();
    }

    /** What is counted under names that did not fit. */
    public long others() {
        return others;
    }
}
