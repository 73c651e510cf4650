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
import vmail.account.SourceLine;
import vmail.account.Unreadable;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.Fault;

/**
 * Makes an entry of a record's lines.
 *
 * <p>The SDK's reader does the decoding, but sees only lines that were looked at before: by itself it opens the files that
 * {@code attr:< file:///...} names, merges two records without a blank line between them, takes {@code changetype: delete}
 * for an attribute and any text for a DN, and quotes passwords in its messages.
 */
final class RecordDecoder {

    private final String file;

    RecordDecoder(String file) {
        this.file = file;
    }

    /** The record as an entry or as unreadable; empty for the footer of ldapsearch(1). */
    Optional<Input> decode(LdifBlock block) {
        SourceLine origin = new SourceLine(file, block.firstLine());
        if (block.tooLarge()) {
            return Optional.of(Unreadable.of(
                    origin, "the record is larger than 16 MiB", "Leave out its photos and other large values"));
        }
        List<AttributeLine> lines =
                block.lines().stream().map(AttributeLine::of).toList();
        if (SearchFooter.is(lines)) {
            return SearchFooter.fault(lines)
                    .map(fault -> unreadable(origin, "", List.of(fault.at(file, block.firstLine()))));
        }
        return Optional.of(decode(origin, lines));
    }

    private Input decode(SourceLine origin, List<AttributeLine> lines) {
        RecordShape shape = new RecordShape(file, lines);
        String dn = shape.shownDn();
        List<Problem> misshapen = shape.problems(origin);
        if (!misshapen.isEmpty()) {
            return unreadable(origin, dn, misshapen);
        }
        List<Problem> problems = new ArrayList<>();
        List<String> sound = new ArrayList<>();
        for (AttributeLine line : lines) {
            Optional<Fault> fault = line.fault();
            fault.ifPresent(found -> problems.add(found.at(file, line.line().number())));
            boolean content = !line.isNamed("changetype") && !AttributeKinds.isOperational(line.name());
            if (fault.isEmpty() && content) {
                sound.add(line.forDecoder());
            }
        }
        Optional<Candidate> candidate = entry(sound).map(entry -> new Candidate(entry, origin));
        if (candidate.isEmpty()) {
            problems.add(new Problem(origin, "the record can not be decoded", "Compare it with RFC 2849"));
        }
        return problems.isEmpty() ? candidate.orElseThrow() : new Unreadable(origin, dn, problems, candidate);
    }

    private static Optional<ReadOnlyEntry> entry(List<String> lines) {
        try {
            Entry entry = (Entry) LDIFReader.decodeLDIFRecord(
                    DuplicateValueBehavior.RETAIN, TrailingSpaceBehavior.RETAIN, null, lines.toArray(String[]::new));
            return DN.isValidDN(entry.getDN()) ? Optional.of(new ReadOnlyEntry(entry)) : Optional.empty();
        } catch (LDIFException e) {
            // its message quotes the line, which may hold a password
            return Optional.empty();
        }
    }

    private static Input unreadable(SourceLine origin, String dn, List<Problem> problems) {
        return new Unreadable(origin, dn, problems, Optional.empty());
    }
}
