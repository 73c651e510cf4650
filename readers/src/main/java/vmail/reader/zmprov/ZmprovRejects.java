package vmail.reader.zmprov;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vmail.reader.source.PrintableText;
import vmail.reader.source.SecretNames;
import vmail.reader.source.TextFile;
import vmail.reader.source.TextLine;

/** Rejected accounts as they were printed, the reasons above them; without passwords. */
public final class ZmprovRejects {

    private ZmprovRejects() {}

    /** @param secrets further attributes that are passwords */
    public static void copy(
            TextFile file, Set<String> secrets, Map<Long, List<String>> reasonsByFirstLine, Appendable out)
            throws IOException {
        SecretNames names = new SecretNames(secrets);
        try (ZmprovBlocks blocks = ZmprovBlocks.open(file)) {
            for (ZmprovBlocks.Block block = blocks.next(); block != null; block = blocks.next()) {
                List<String> reasons = reasonsByFirstLine.get(block.first().number());
                if (reasons != null) {
                    write(file.name(), block, reasons, names, out);
                }
            }
        }
    }

    private static void write(
            String file, ZmprovBlocks.Block block, List<String> reasons, SecretNames names, Appendable out)
            throws IOException {
        for (String reason : reasons) {
            String place = file + ":" + block.first().number() + ": ";
            out.append(ZmprovBlocks.REASON)
                    .append(PrintableText.of(place + reason))
                    .append('\n');
        }
        out.append("# name ").append(block.name()).append('\n');
        for (ZmprovValue value : block.tooLarge() ? List.<ZmprovValue>of() : ZmprovValue.of(block.lines())) {
            boolean sound = value.lines().stream().noneMatch(line -> line.cut() || line.hasNul());
            if (sound && !names.contains(value.name())) {
                for (TextLine line : value.lines()) {
                    out.append(line.text()).append('\n');
                }
            }
        }
        out.append('\n');
    }
}
