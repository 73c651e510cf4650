package vmail.reader.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.Stamps;

/** Takes what the server keeps about an entry (RFC 4512 section 3.4) apart from what the entry says. */
final class StampedEntry {

    static final String CREATED = "createTimestamp";
    static final String MODIFIED = "modifyTimestamp";
    static final String MODIFIED_BY = "modifiersName";

    private static final Set<String> STAMPS = Set.of("createtimestamp", "modifytimestamp", "modifiersname");

    /** Seconds up to 59: a leap second is none of Java's. */
    private static final Pattern PLAIN =
            Pattern.compile("\\d{4}(0[1-9]|1[0-2])(0[1-9]|1\\d|2[0-8])([01]\\d|2[0-3])[0-5]\\d[0-5]\\dZ");

    private StampedEntry() {}

    static Candidate candidate(SearchResultEntry entry) {
        List<Attribute> own = new ArrayList<>();
        for (Attribute attribute : entry.getAttributes()) {
            if (!STAMPS.contains(attribute.getName().toLowerCase(Locale.ROOT))) {
                own.add(attribute);
            }
        }
        String by = entry.getAttributeValue(MODIFIED_BY);
        Stamps stamps = new Stamps(time(entry, CREATED), time(entry, MODIFIED), by == null ? "" : by);
        return new Candidate(
                new ReadOnlyEntry(entry.getDN(), own), new LiveEntry(), List.of(), Optional.empty(), stamps);
    }

    private static Optional<Instant> time(SearchResultEntry entry, String attribute) {
        String text = entry.getAttributeValue(attribute);
        if (text == null) {
            return Optional.empty();
        }
        return PLAIN.matcher(text).matches()
                ? Optional.of(plain(text))
                : Optional.ofNullable(entry.getAttributeValueAsDate(attribute)).map(Date::toInstant);
    }

    /** The form that every server writes; the SDK's parser is for all of RFC 4517 and takes longer than reading the entry. */
    private static Instant plain(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 4, 6),
                        number(text, 6, 8),
                        number(text, 8, 10),
                        number(text, 10, 12),
                        number(text, 12, 14))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
