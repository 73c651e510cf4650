package vmail.report.render;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import vmail.report.run.RunFinding;

/** Sorts any number of findings in little memory. H2 would sort them in a tree on disk, which takes ten times as long. */
public final class FindingSort implements Closeable {

    /** Characters of a piece; takes about three times as many bytes of memory. */
    private static final long PIECE = 4_000_000;

    private final PieceSort<RunFinding> findings;

    public FindingSort(Comparator<RunFinding> order) {
        this.findings = new PieceSort<>(order, new FindingForm(), PIECE);
    }

    /** @throws ReportNotWritten when the temporary directory does not take them */
    public void add(RunFinding finding) {
        findings.add(finding);
    }

    /** Hands the findings over in their order; can be called again. */
    public void forEach(Consumer<RunFinding> out) {
        findings.forEach(out);
    }

    @Override
    public void close() {
        findings.close();
    }

    private static final class FindingForm implements PieceSort.Form<RunFinding> {

        /** What a finding takes besides its texts. */
        private static final long OVERHEAD = 300;

        @Override
        public String things() {
            return "findings";
        }

        @Override
        public long size(RunFinding finding) {
            return OVERHEAD
                    + finding.dn().length()
                    + finding.place().length()
                    + finding.about().length()
                    + finding.message().length()
                    + finding.remedy().length()
                    + finding.origin().length()
                    + finding.modifiedBy().length();
        }

        @Override
        public String line(RunFinding finding) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            try (JsonGenerator json = AsciiJson.generator(line)) {
                json.writeStartObject();
                new RunJson(json).finding(finding);
                json.writeEndObject();
            }
            return line.toString(StandardCharsets.US_ASCII);
        }

        @Override
        public RunFinding thing(String line) {
            return new RunLine(JsonLine.of(line)).finding();
        }
    }
}
