package vmail.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who may clash with whom, by what they claim. Of a password that a whole school has the first holders are kept and the others counted. */
final class Suspects {

    /** Enough for a message, which names the first and three others. */
    private static final int KEPT = 5;

    private final Map<Key, Holders> byValue = new LinkedHashMap<>();

    private record Key(Claim.Space space, String value) {}

    private static final class Holders {
        private final List<Holder> kept = new ArrayList<>();
        private long more;
    }

    void add(Holder holder) {
        Claim claim = holder.claim();
        Holders holders = byValue.computeIfAbsent(new Key(claim.kind().space(), claim.value()), key -> new Holders());
        if (claim.kind() == Claim.Kind.PASSWORD && holders.kept.size() == KEPT) {
            holders.more++;
        } else {
            holders.kept.add(holder);
        }
    }

    /** Gives those that do clash: what several accounts claim. */
    void forEach(Consumer<Group> groups) {
        byValue.forEach((key, holders) -> {
            if (holders.kept.stream().mapToLong(Holder::number).distinct().count() > 1) {
                groups.accept(new Group(key.space(), key.value(), holders.kept, holders.more));
            }
        });
    }
}
