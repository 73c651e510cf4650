package vmail.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import vmail.lookup.Lookup;
import vmail.reader.directory.IncompleteRead;

/**
 * Who an address really is, as cleanup(8) finds out: what the alias map says is looked up again, until an address leads to
 * itself or to nothing.
 *
 * @param recipients each once, in Postfix's order
 * @param endless whether Postfix gives up, and the message stays in the queue (virtual_alias_recursion_limit,
 *     virtual_alias_expansion_limit: 1000 each)
 */
record AliasExpansion(List<String> recipients, boolean endless) {

    private static final int LIMIT = 1000;

    AliasExpansion {
        recipients = List.copyOf(recipients);
    }

    /** @param asked is told of each address that is looked up, once */
    static AliasExpansion of(String address, PostfixMaps maps, BiConsumer<String, MapAnswer> asked)
            throws IncompleteRead {
        Set<String> itself = new HashSet<>();
        Set<String> told = new HashSet<>();
        List<String> all = new ArrayList<>(List.of(address));
        for (int i = 0; i < all.size(); i++) {
            if (all.size() > LIMIT) {
                return new AliasExpansion(List.of(), true);
            }
            for (int depth = 0; !itself.contains(folded(all.get(i))); depth++) {
                if (depth >= LIMIT) {
                    return new AliasExpansion(List.of(), true);
                }
                String current = all.get(i);
                MapAnswer answer = maps.search(Lookup.ALIAS, current);
                if (told.add(folded(current))) {
                    asked.accept(current, answer);
                }
                if (answer.isEmpty()) {
                    break;
                }
                List<String> next = answer.values().stream()
                        .flatMap(value -> List.of(value.text().split(",")).stream())
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
                if (next.isEmpty()) {
                    break;
                }
                if (next.stream().anyMatch(current::equalsIgnoreCase)) {
                    itself.add(folded(current));
                }
                all.set(i, next.get(0));
                all.addAll(next.subList(1, next.size()));
            }
        }
        return new AliasExpansion(distinct(all), false);
    }

    /** As the queue does: the case of letters does not make two recipients of one. */
    private static List<String> distinct(List<String> recipients) {
        Set<String> seen = new HashSet<>();
        return recipients.stream().filter(each -> seen.add(folded(each))).toList();
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
