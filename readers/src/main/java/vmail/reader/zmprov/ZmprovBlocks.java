package vmail.reader.zmprov;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;
import vmail.reader.source.TextLines;

/**
 * Cuts the text at the lines {@code # name albert@mydomain.nl}, which stand at the start or behind a blank line. Blank lines
 * elsewhere belong to values.
 */
final class ZmprovBlocks implements Closeable {

    private static final int LONGEST_LINE = 1 << 20;
    private static final long LARGEST = 16 << 20;
    private static final Pattern START = Pattern.compile("# name (\\S+@\\S+)\\s*");

    /** What our own reject files put above a record. */
    static final String REASON = "#! ";

    private final TextLines lines;
    private @Nullable TextLine start;
    private boolean afterBlank = true;

    /**
     * @param lines without the first; some are left out when it is too large
     */
    record Block(TextLine first, List<TextLine> lines, boolean tooLarge) {

        String name() {
            Matcher matcher = START.matcher(first.text());
            return matcher.matches() ? matcher.group(1) : "";
        }
    }

    private ZmprovBlocks(TextLines lines) {
        this.lines = lines;
    }

    static ZmprovBlocks open(TextFile file) throws IOException {
        return new ZmprovBlocks(TextLines.open(file, LONGEST_LINE));
    }

    static boolean isStart(String line) {
        return START.matcher(line).matches();
    }

    /** The next account; null at the end. What stands above the first is passed over. */
    @Nullable
    Block next() throws IOException {
        while (start == null) {
            TextLine line = lines.next();
            if (line == null) {
                return null;
            }
            start = isStart(line.text()) ? line : null;
        }
        TextLine first = start;
        start = null;
        List<TextLine> block = new ArrayList<>();
        long size = 0;
        for (TextLine line = lines.next(); line != null; line = lines.next()) {
            if (afterBlank && isStart(line.text())) {
                start = line;
                break;
            }
            boolean reason = afterBlank && line.text().startsWith(REASON);
            afterBlank = line.isEmpty() || reason;
            size += line.text().length() + 32;
            if (size <= LARGEST && !reason) {
                block.add(line);
            }
        }
        return new Block(first, block, size > LARGEST);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
