package vmail.report.render;

import java.io.Closeable;
import java.util.Comparator;
import java.util.function.Consumer;

/** Sorts any number of lines in little memory. Equal lines are handed over once. */
final class LineSort implements Closeable {

    /** Characters of a piece. */
    private static final long PIECE = 4_000_000;

    private final PieceSort<String> lines;

    LineSort() {
        this(PIECE);
    }

    /** @param most characters of a piece */
    LineSort(long most) {
        this.lines = new PieceSort<>(Comparator.naturalOrder(), new LineForm(), most);
    }

    /**
     * @param line without a line end
     * @throws ReportNotWritten when the temporary directory does not take it
     */
    void add(String line) {
        lines.add(line);
    }

    void forEach(Consumer<String> out) {
        lines.forEach(new Consumer<>() {

            // no line: a line has no line end
            private String last = "\n";

            @Override
            public void accept(String line) {
                if (!line.equals(last)) {
                    last = line;
                    out.accept(line);
                }
            }
        });
    }

    @Override
    public void close() {
        lines.close();
    }

    private static final class LineForm implements PieceSort.Form<String> {

        /** What a line takes besides its characters. */
        private static final long OVERHEAD = 50;

        @Override
        public String things() {
            return "paths";
        }

        @Override
        public long size(String line) {
            return OVERHEAD + line.length();
        }

        @Override
        public String line(String line) {
            return line;
        }

        @Override
        public String thing(String line) {
            return line;
        }
    }
}
