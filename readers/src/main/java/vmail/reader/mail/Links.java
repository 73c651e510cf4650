package vmail.reader.mail;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vmail.message.Oddity;

/**
 * Files with several names (hard links). Those whose other names were not met in the account have them somewhere else: what is done to
 * owner, mode or content there is done here.
 */
final class Links {

    /** More are not kept, and then nothing is said of any. */
    private static final int MOST = 20_000;

    private final Map<Object, Met> files = new HashMap<>();
    private boolean all = true;

    private static final class Met {
        private final Path name;
        private int missing;

        private Met(Path name, int links) {
            this.name = name;
            this.missing = links;
        }
    }

    void add(Look look, Path name) {
        if (look.links() < 2) {
            return;
        }
        if (files.size() >= MOST && !files.containsKey(look.key())) {
            all = false;
            return;
        }
        files.computeIfAbsent(look.key(), key -> new Met(name, look.links())).missing--;
    }

    void tell(Tally tally) {
        if (all) {
            files.values().stream()
                    .filter(met -> met.missing > 0)
                    .forEach(met -> tally.add(Oddity.OUTSIDE_LINK, met.name));
        }
    }
}
