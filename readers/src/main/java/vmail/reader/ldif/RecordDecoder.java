package vmail.reader.ldif;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldif.DuplicateValueBehavior;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.TrailingSpaceBehavior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.account.Candidate;
import vmail.account.Input;
import vmail.account.Unreadable;
import vmail.account.Unreadable.Problem;

/**
 * Makes an entry of a record's lines.
 *
 * <p>The SDK's reader does the decoding, but sees only lines that were looked at before: by itself it opens the files that
 * {@code attr:< file:///...} names, merges two records without a blank line between them, takes {@code changetype: delete}
 * for an attribute and any text for a DN, and quotes passwords in its messages.
 */
final class RecordDecoder {

    private RecordDecoder() {}

    static Input decode(LdifRecord record) {
        if (record.sound().isEmpty()) {
            return new Unreadable(record.origin(), record.shownDn(), record.problems(), Optional.empty());
        }
        List<Problem> problems = new ArrayList<>(record.problems());
        Optional<Candidate> candidate = entry(record.sound())
                .map(entry -> new Candidate(entry, record.origin(), List.of(), Optional.empty(), record.stamps()));
        if (candidate.isEmpty()) {
            problems.add(new Problem(record.origin(), "the record can not be decoded", "Compare it with RFC 2849"));
        }
        return problems.isEmpty()
                ? candidate.orElseThrow()
                : new Unreadable(record.origin(), record.shownDn(), problems, candidate);
    }

    private static Optional<ReadOnlyEntry> entry(List<AttributeLine> lines) {
        try {
            Entry entry = (Entry) LDIFReader.decodeLDIFRecord(
                    DuplicateValueBehavior.RETAIN,
                    TrailingSpaceBehavior.RETAIN,
                    null,
                    lines.stream().map(AttributeLine::forDecoder).toArray(String[]::new));
            return DN.isValidDN(entry.getDN()) ? Optional.of(new ReadOnlyEntry(entry)) : Optional.empty();
        } catch (LDIFException e) {
            // its message quotes the line, which may hold a password
            return Optional.empty();
        }
    }
}
