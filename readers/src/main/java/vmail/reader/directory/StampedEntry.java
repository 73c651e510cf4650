package vmail.reader.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vmail.account.Candidate;
import vmail.account.LiveEntry;
import vmail.account.Stamps;

/** Takes what the server keeps about an entry (RFC 4512 section 3.4) apart from what the entry says. */
final class StampedEntry {

    static final String CREATED = "createTimestamp";
    static final String MODIFIED = "modifyTimestamp";
    static final String MODIFIED_BY = "modifiersName";

    private static final Set<String> STAMPS = Set.of("createtimestamp", "modifytimestamp", "modifiersname");

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
        return Optional.ofNullable(entry.getAttributeValueAsDate(attribute)).map(Date::toInstant);
    }
}
