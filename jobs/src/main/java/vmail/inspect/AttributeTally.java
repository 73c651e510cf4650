package vmail.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vmail.account.MailAddress;
import vmail.reader.profile.AttributeCount;
import vmail.reader.source.RawRecord;

/**
 * Counts attributes and the domains of the addresses in them. A domain counts only in attributes most of whose values are
 * addresses, so that no remark and no password gives one.
 */
final class AttributeTally {

    /** More than any schema has; a file with more is damaged or hostile. */
    static final int MOST = 1000;

    private static final int MOST_DOMAINS = 1000;
    private static final Pattern BETWEEN = Pattern.compile("[,;|\\s]+");
    private static final int LONGEST = 4096;

    private final Map<String, Tally> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final java.util.function.Predicate<String> secret;
    private long others;

    private static final class Tally {
        private final String name;
        private long values;
        private long records;
        private long pieces;
        private long addresses;
        private final Tallied domains = new Tallied(MOST_DOMAINS);

        private Tally(String name) {
            this.name = name;
        }
    }

    /** @param secret names whose values are not looked at */
    AttributeTally(java.util.function.Predicate<String> secret) {
        this.secret = secret;
    }

    void add(RawRecord record) {
        for (String name : record.values().names()) {
            add(name, record.values().of(name));
        }
        for (String name : record.octets()) {
            if (!record.values().has(name)) {
                add(name, List.of(""));
            }
        }
    }

    private void add(String name, List<String> values) {
        Tally tally = attributes.get(name);
        if (tally == null) {
            if (attributes.size() == MOST) {
                others++;
                return;
            }
            tally = new Tally(name);
            attributes.put(name, tally);
        }
        tally.records++;
        tally.values += values.size();
        if (!secret.test(name)) {
            for (String value : values) {
                look(tally, value);
            }
        }
    }

    private static void look(Tally tally, String value) {
        if (value.length() > LONGEST || value.indexOf('@') < 0) {
            tally.pieces++;
            return;
        }
        for (String piece : BETWEEN.split(value.strip(), -1)) {
            tally.pieces++;
            String address = piece.regionMatches(true, 0, "smtp:", 0, 5) ? piece.substring(5) : piece;
            MailAddress.of(address).ifPresent(found -> {
                tally.addresses++;
                tally.domains.add(found.domain().toLowerCase(Locale.ROOT));
            });
        }
    }

    /** By name. */
    List<AttributeCount> counts() {
        List<AttributeCount> counts = new ArrayList<>();
        attributes
                .values()
                .forEach(tally ->
                        counts.add(new AttributeCount(tally.name, tally.values, tally.records, isOfAddresses(tally))));
        return counts;
    }

    /** Domains of addresses, each address counted. */
    Tallied domains() {
        Tallied all = new Tallied(MOST_DOMAINS);
        attributes.values().stream().filter(AttributeTally::isOfAddresses).forEach(tally -> all.add(tally.domains));
        return all;
    }

    /** Attributes of single records that did not fit. */
    long others() {
        return others;
    }

    private static boolean isOfAddresses(Tally tally) {
        return tally.addresses * 2 > tally.pieces;
    }
}
