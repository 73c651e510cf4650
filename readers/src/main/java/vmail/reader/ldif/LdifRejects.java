package vmail.reader.ldif;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vmail.reader.source.PrintableText;
import vmail.reader.source.SecretNames;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;

/**
 * Rejected records as they were written, the reasons above them as comments: LDIF that can be corrected and read again.
 *
 * <p>Passwords are left out, and so is what may hold one: the record's own comments and lines that can not be read.
 */
public final class LdifRejects {

    private final String file;
    private final SecretNames secrets;
    private final Appendable out;

    private LdifRejects(String file, SecretNames secrets, Appendable out) {
        this.file = file;
        this.secrets = secrets;
        this.out = out;
    }

    /**
     * @param secrets further attributes that are passwords
     * @param reasonsByFirstLine records that are not in the file are passed over
     */
    public static void copy(
            TextFile file, Set<String> secrets, Map<Long, List<String>> reasonsByFirstLine, Appendable out)
            throws IOException {
        LdifRejects rejects = new LdifRejects(file.name(), new SecretNames(secrets), out);
        try (LdifBlocks blocks = LdifBlocks.open(file)) {
            for (LdifBlock block = blocks.next(); block != null; block = blocks.next()) {
                List<String> reasons = reasonsByFirstLine.get(block.firstLine());
                if (reasons != null) {
                    rejects.write(block, reasons);
                }
            }
        }
    }

    private void write(LdifBlock block, List<String> reasons) throws IOException {
        for (String reason : reasons) {
            comment(block.firstLine(), reason);
        }
        if (block.tooLarge()) {
            comment(block.firstLine(), "the record is left out, it is larger than 16 MiB");
        } else {
            for (LdifLine line : block.lines()) {
                write(AttributeLine.of(line));
            }
        }
        out.append('\n');
    }

    private void write(AttributeLine line) throws IOException {
        String place = file + ":" + line.line().number();
        if (secrets.contains(line.name())) {
            out.append("# %s left out; see %s\n".formatted(line.name(), PrintableText.of(place)));
        } else if (line.marker() == AttributeLine.Marker.NONE || hasNoText(line)) {
            out.append("# a line that can not be read is left out; see %s\n".formatted(PrintableText.of(place)));
        } else {
            for (TextLine physical : line.line().physical().toList()) {
                out.append(physical.text()).append('\n');
            }
        }
    }

    private void comment(long line, String reason) throws IOException {
        out.append("# ")
                .append(PrintableText.of(file + ":" + line + ": " + reason))
                .append('\n');
    }

    private static boolean hasNoText(AttributeLine line) {
        return line.line().physical().anyMatch(physical -> physical.cut() || physical.hasNul());
    }
}
