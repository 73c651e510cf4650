package vmail.rule;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All claims on one value, in the order of the accounts.
 *
 * @param more how many further ones there are of a kind of which only the first are kept
 */
record Group(Claim.Space space, String value, List<Holder> holders, long more) {

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

    /**
     * Whether one account gets what is sent to an address that an inactive one has, too. Postfix does not see inactive accounts, so
     * nothing is lost or delivered twice; {@link AddressNotTakenOver} tells of it, and other rules do not.
     */
    boolean isTakenOver() {
        long all = accounts(holders.stream());
        return all > 1 && accounts(holders.stream().filter(holder -> !holder.inactive())) == 1;
    }

    private static long accounts(Stream<Holder> holders) {
        return holders.mapToLong(Holder::number).distinct().count();
    }

    /** Those to report on: the records of files; only where there is none, the entries that are in the directory already. */
    static List<Holder> reported(List<Holder> holders) {
        List<Holder> records = holders.stream().filter(holder -> !holder.live()).toList();
        return records.isEmpty() ? holders : records;
    }

    /** All but one, for a message; the first three by name. */
    static String others(List<Holder> holders, Holder one) {
        return others(holders, one, 0);
    }

    private static String others(List<Holder> holders, Holder one, long more) {
        List<Holder> others = holders.stream()
                .filter(holder -> holder.number() != one.number())
                .toList();
        String named = others.stream().limit(NAMED).map(Holder::toString).collect(Collectors.joining(", "));
        long unnamed = Math.max(0, others.size() - NAMED) + more;
        return unnamed == 0 ? named : named + " and " + unnamed + " more";
    }

    /** The same, counting those that were not kept. */
    String othersOfAll(List<Holder> kept, Holder one) {
        return others(kept, one, more);
    }
}
