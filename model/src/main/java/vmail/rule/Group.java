package vmail.rule;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All claims on one value, in the order of the accounts. */
record Group(Claim.Space space, String value, List<Holder> holders) {

    private static final int NAMED = 3;

    Group {
        holders = List.copyOf(holders);
    }

    /** The claims of one kind, of each account the first only. */
    List<Holder> of(Claim.Kind kind) {
        return holders.stream()
                .filter(holder -> holder.is(kind))
                .collect(Collectors.toMap(Holder::number, holder -> holder, (first, second) -> first, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Those to report on: the records of files; only where there is none, the entries that are in the directory already. */
    static List<Holder> reported(List<Holder> holders) {
        List<Holder> records = holders.stream().filter(holder -> !holder.live()).toList();
        return records.isEmpty() ? holders : records;
    }

    /** All but one, for a message; the first three by name. */
    static String others(List<Holder> holders, Holder one) {
        List<Holder> others = holders.stream()
                .filter(holder -> holder.number() != one.number())
                .toList();
        String named = others.stream().limit(NAMED).map(Holder::toString).collect(Collectors.joining(", "));
        return others.size() <= NAMED ? named : named + " and " + (others.size() - NAMED) + " more";
    }
}
