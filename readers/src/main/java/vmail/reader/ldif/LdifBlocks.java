package vmail.reader.ldif;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vmail.account.Unreadable.Problem;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;
import vmail.reader.source.TextLines;
import vmail.reader.source.UnusableSource;

/**
 * Cuts LDIF into records at blank lines, so that what is wrong in one never reaches the next.
 *
 * <p>A line is at most 1 MiB, a record 16 MiB; of a larger record only the first line is kept.
 */
final class LdifBlocks implements Closeable {

    static final int LONGEST_LINE = 1 << 20;
    private static final long LARGEST_RECORD = 16 << 20;

    /** What a line costs besides its text, so that very many very short lines are bounded too. */
    private static final int LINE_COST = 32;

    private final String name;
    private final TextLines lines;
    private List<LdifLine> block = new ArrayList<>();
    private long size;
    private boolean comment;
    private final EntryCount count;

    private LdifBlocks(String name, TextLines lines) {
        this.name = name;
        this.lines = lines;
        this.count = new EntryCount(name);
    }

    static LdifBlocks open(TextFile file) throws IOException {
        return new LdifBlocks(file.name(), TextLines.open(file, LONGEST_LINE));
    }

    /** The next record; null at the end. */
    @Nullable
    LdifBlock next() throws IOException {
        for (@Nullable TextLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.isEmpty()) {
                take(line);
                continue;
            }
            LdifBlock finished = finish();
            if (finished != null) {
                return finished;
            }
        }
        return finish();
    }

    private void take(TextLine line) throws UnusableSource {
        boolean fold = line.text().startsWith(" ");
        if (line.text().startsWith("#") || (comment && fold)) {
            comment = true;
            count.comment(line);
            return;
        }
        comment = false;
        boolean blank = fold && line.text().isBlank() && !line.cut();
        if (block.isEmpty() && (blank || isVersion(line))) {
            return;
        }
        size += line.text().length() + LINE_COST;
        if (size > LARGEST_RECORD) {
            block.subList(1, block.size()).clear();
        } else if (fold && !block.isEmpty()) {
            LdifLine last = block.get(block.size() - 1);
            if (last.folds().isEmpty()) {
                last = new LdifLine(last.first(), new ArrayList<>());
                block.set(block.size() - 1, last);
            }
            last.folds().add(line);
        } else {
            block.add(new LdifLine(line, List.of()));
        }
    }

    /** What the comments of the file count otherwise; complete at its end. */
    List<Problem> notes() {
        return count.notes();
    }

    private @Nullable LdifBlock finish() {
        boolean tooLarge = size > LARGEST_RECORD;
        List<LdifLine> finished = block;
        block = new ArrayList<>();
        size = 0;
        comment = false;
        if (finished.isEmpty()) {
            return null;
        }
        count.block(finished.get(0));
        return new LdifBlock(finished, tooLarge);
    }

    private boolean isVersion(TextLine line) throws UnusableSource {
        String text = line.text();
        int colon = text.indexOf(':');
        if (colon < 0 || !text.substring(0, colon).strip().equalsIgnoreCase("version")) {
            return false;
        }
        if (!text.substring(colon + 1).strip().equals("1")) {
            throw new UnusableSource(
                    name + ":" + line.number(),
                    "this is not LDIF version 1, the only one there is (RFC 2849)",
                    "Write it as version: 1");
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
