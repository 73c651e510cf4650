package vmail.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vmail.lookup.Lookup;
import vmail.reader.directory.AccountLookup;
import vmail.reader.directory.IncompleteRead;

/** The maps of howto 2.2 to 2.4, asked as Postfix asks them. */
public final class PostfixMaps {

    private final AccountLookup directory;
    private final Map<Asked, MapAnswer> answers = new LinkedHashMap<>();

    /** A question to a map; the case of letters makes no other of it. */
    public record Asked(Lookup lookup, String key) {

        public Asked {
            key = key.toLowerCase(Locale.ROOT);
        }
    }

    public PostfixMaps(AccountLookup directory) {
        this.directory = directory;
    }

    /** What one map says to one key, which is what {@code postmap -q} tells. */
    public MapAnswer ask(Lookup lookup, String key) throws IncompleteRead {
        Asked question = new Asked(lookup, key);
        MapAnswer before = answers.get(question);
        if (before != null) {
            return before;
        }
        MapAnswer answer = MapAnswer.of(lookup, key, directory.answer(lookup, key));
        answers.put(question, answer);
        return answer;
    }

    /** What has been asked so far, in that order, and what was answered. */
    public Map<Asked, MapAnswer> asked() {
        return Collections.unmodifiableMap(answers);
    }

    /** Whether it can be known which domains are ours. */
    boolean knowsDomains() {
        return directory.systemBase().isPresent();
    }

    boolean accepts(String domain) throws IncompleteRead {
        return !ask(Lookup.DOMAIN, domain).isEmpty();
    }

    /**
     * The first answer in the search order of virtual(5): the address; for a domain of ours its local part alone; {@code @}
     * and its domain.
     *
     * @return the answer to the address itself when none says anything
     */
    MapAnswer search(Lookup lookup, String address) throws IncompleteRead {
        MapAnswer itself = ask(lookup, address);
        int at = address.lastIndexOf('@');
        if (!itself.isEmpty() || at < 0) {
            return itself;
        }
        String domain = address.substring(at + 1);
        boolean ours = knowsDomains() && accepts(domain);
        for (String key : ours && at > 0 ? List.of(address.substring(0, at), "@" + domain) : List.of("@" + domain)) {
            MapAnswer other = ask(lookup, key);
            if (!other.isEmpty()) {
                return other;
            }
        }
        return itself;
    }
}
