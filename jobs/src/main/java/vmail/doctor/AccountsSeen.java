package vmail.doctor;

import com.unboundid.ldap.sdk.DN;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many accounts there are below the account base, and how many of them show which attribute. No values: passwords stay
 * where they are.
 *
 * @param trouble why they could not be counted, or empty
 * @param example the DN of one of them
 */
record AccountsSeen(long count, Map<String, Long> showing, Optional<DN> example, Optional<String> trouble) {

    AccountsSeen {
        Map<String, Long> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(showing);
        showing = byName;
    }

    static AccountsSeen unseen(String why) {
        return new AccountsSeen(0, Map.of(), Optional.empty(), Optional.of(why));
    }

    long with(String attribute) {
        return showing.getOrDefault(attribute, 0L);
    }
}
