package vmail.reader.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import vmail.message.Oddity;
import vmail.message.Some;

/** Counts oddities and keeps the first few names of each kind: the first by name, since systems list in any order. */
final class Tally {

    private final Map<Oddity, Names> kinds = new EnumMap<>(Oddity.class);

    private static final class Names {
        private long count;
        private final TreeSet<Path> first = new TreeSet<>(Comparator.comparing(Path::toString));
    }

    /** @param name relative to the maildir */
    void add(Oddity oddity, Path name) {
        Names names = kinds.computeIfAbsent(oddity, kind -> new Names());
        names.count++;
        names.first.add(name);
        if (names.first.size() > Some.NAMED) {
            names.first.pollLast();
        }
    }

    Map<Oddity, Some> odd() {
        Map<Oddity, Some> odd = new EnumMap<>(Oddity.class);
        kinds.forEach((oddity, names) -> odd.put(oddity, new Some(names.count, new ArrayList<>(names.first))));
        return odd;
    }
}
