package vmail.reader.zmprov;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vmail.account.SourceLine;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.Fault;
import vmail.reader.source.RawReader;
import vmail.reader.source.RawRecord;
import vmail.reader.source.RawValues;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;

/** Every account of the text; what stands behind {@code # name} is its value {@code name}. */
public final class RawZmprov implements RawReader {

    private final String file;
    private final ZmprovBlocks blocks;

    private RawZmprov(String file, ZmprovBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    public static RawZmprov open(TextFile file) throws IOException {
        return new RawZmprov(file.name(), ZmprovBlocks.open(file));
    }

    /** Whether a line is where an account begins. */
    public static boolean isStart(String line) {
        return ZmprovBlocks.isStart(line);
    }

    @Override
    public @Nullable RawRecord read() throws IOException {
        ZmprovBlocks.Block block = blocks.next();
        return block == null ? null : record(block);
    }

    private RawRecord record(ZmprovBlocks.Block block) {
        SourceLine origin = new SourceLine(file, block.first().number());
        if (block.tooLarge()) {
            return RawRecord.unreadable(
                    origin, new Fault("the record is larger than 16 MiB", "Leave out its large values"));
        }
        RawValues.Builder values = new RawValues.Builder().add("name", block.name());
        Set<String> octets = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (ZmprovValue value : ZmprovValue.of(block.lines())) {
            Optional<String> text = value.base64() ? decoded(value.text()) : Optional.of(value.text());
            value.stranger()
                    .ifPresent(line -> problems.add(new Fault(
                                    "two records run together at line " + line.number(),
                                    "Put a blank line and '# name ADDRESS' above the second")
                            .at(file, line.number())));
            text.ifPresentOrElse(found -> values.add(value.name(), found), () -> octets.add(value.name()));
        }
        for (TextLine line : block.lines()) {
            fault(line).ifPresent(fault -> problems.add(fault.at(file, line.number())));
        }
        return new RawRecord(origin, Optional.empty(), values.build(), List.copyOf(octets), problems);
    }

    private static Optional<Fault> fault(TextLine line) {
        if (line.cut()) {
            return Fault.of("the line is longer than 1 MiB", "Leave the attribute out");
        }
        return line.hasNul() ? Fault.of("the line contains a NUL character", "Remove it") : Optional.empty();
    }

    private static Optional<String> decoded(String base64) {
        try {
            byte[] octets = Base64.getDecoder().decode(base64.strip());
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> titles() {
        return List.of();
    }

    @Override
    public List<Problem> notes() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
