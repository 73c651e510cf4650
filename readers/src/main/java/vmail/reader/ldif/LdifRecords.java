package vmail.reader.ldif;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vmail.account.SourceLine;
import vmail.account.Stamps;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.Fault;
import vmail.reader.source.TextFile;

/** The records of an LDIF file, each of its lines judged by itself; the footer of ldapsearch(1) is none. */
final class LdifRecords implements Closeable {

    private final LdifBlocks blocks;
    private final String file;

    private LdifRecords(LdifBlocks blocks, String file) {
        this.blocks = blocks;
        this.file = file;
    }

    static LdifRecords open(TextFile file) throws IOException {
        return new LdifRecords(LdifBlocks.open(file), file.name());
    }

    /** The next record; null at the end. */
    @Nullable
    LdifRecord next() throws IOException {
        for (LdifBlock block = blocks.next(); block != null; block = blocks.next()) {
            Optional<LdifRecord> record = record(block);
            if (record.isPresent()) {
                return record.get();
            }
        }
        return null;
    }

    /** What the file says of itself and does not hold; complete at its end. */
    List<Problem> notes() {
        return blocks.notes();
    }

    private Optional<LdifRecord> record(LdifBlock block) {
        SourceLine origin = new SourceLine(file, block.firstLine());
        if (block.tooLarge()) {
            return Optional.of(unusable(
                    origin,
                    "",
                    List.of(new Problem(
                            origin,
                            "the record is larger than 16 MiB",
                            "Leave out" + " its photos and other large values"))));
        }
        List<AttributeLine> lines =
                block.lines().stream().map(AttributeLine::of).toList();
        if (SearchFooter.isReference(lines)) {
            return Optional.empty();
        }
        if (SearchFooter.is(lines)) {
            return SearchFooter.fault(lines)
                    .map(fault -> unusable(origin, "", List.of(fault.at(file, block.firstLine()))));
        }
        RecordShape shape = new RecordShape(file, lines);
        List<Problem> misshapen = shape.problems(origin);
        return Optional.of(
                misshapen.isEmpty() ? judged(origin, shape, lines) : unusable(origin, shape.shownDn(), misshapen));
    }

    private LdifRecord judged(SourceLine origin, RecordShape shape, List<AttributeLine> lines) {
        List<Problem> problems = new ArrayList<>();
        List<AttributeLine> sound = new ArrayList<>();
        for (AttributeLine line : lines) {
            Optional<Fault> fault = line.fault().or(() -> Unfinished.fault(line));
            fault.ifPresent(found -> problems.add(found.at(file, line.line().number())));
            boolean content = !line.isNamed("changetype") && !AttributeKinds.isOperational(line.name());
            if (fault.isEmpty() && content) {
                sound.add(line);
            }
        }
        return new LdifRecord(origin, shape.dn().orElse(""), shape.shownDn(), sound, RecordStamps.of(lines), problems);
    }

    private static LdifRecord unusable(SourceLine origin, String dn, List<Problem> problems) {
        return new LdifRecord(origin, "", dn, List.of(), Stamps.NONE, problems);
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
