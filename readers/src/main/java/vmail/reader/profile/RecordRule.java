package vmail.reader.profile;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a record is, when the condition holds.
 *
 * @param reason for people; empty where nobody needs to be told
 * @param set over the profile's own, for accounts
 * @param address of a list
 * @param members of a list
 * @param domains of a domain entry
 * @param readers of a shared account: uids or addresses of accounts
 */
record RecordRule(
        Condition when,
        Kind is,
        String reason,
        Map<String, Sources> set,
        Sources address,
        Sources members,
        Sources domains,
        Sources readers) {

    /** What records can be. */
    enum Kind {
        ACCOUNT,
        SHARED,
        /** A row of its own for an address of an account. */
        ALIAS,
        LIST,
        DOMAIN,
        SKIP,
        LOSS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The attributes it looks at. */
    Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>(when.attributes());
        set.values().forEach(sources -> names.addAll(sources.attributes()));
        names.addAll(address.attributes());
        names.addAll(domains.attributes());
        return names;
    }
}
