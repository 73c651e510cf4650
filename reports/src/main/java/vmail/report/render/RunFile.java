package vmail.report.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vmail.report.run.FolderAccess;
import vmail.report.run.RunContents;
import vmail.report.run.RunFinding;
import vmail.report.run.RunHead;
import vmail.report.run.TrendPoint;
import vmail.rule.Effect;

/**
 * {@code run.jsonl} of a run, as {@link RunFileWriter} wrote it: the source of every report.
 *
 * <p>Each call but {@link #head} reads the file anew from its beginning, and hands findings over one by one, so that a
 * million of them need no memory; a report that groups them otherwise than the file does goes through it more than once.
 *
 * <p>Every call throws {@link RunFileNotRead}.
 */
public final class RunFile implements RunContents {

    /** The name of the file in a run's folder. */
    public static final String NAME = "run.jsonl";

    static final int SCHEMA = 1;

    private static final String FINDING = "finding";
    private static final String FIXED = "fixed";
    private static final String TREND = "trend";
    private static final String ACCESS = "access";

    /** The last line is much shorter. */
    private static final int TAIL = 4096;

    private final Path path;
    private final RunHead head;
    private final JsonLine end;

    private RunFile(Path path, RunHead head, JsonLine end) {
        this.path = path;
        this.head = head;
        this.end = end;
    }

    /**
     * Reads the first line and the last.
     *
     * @throws RunFileNotRead when the file is not there, not whole, or of a newer vmail
     */
    public static RunFile open(Path path) {
        try (BufferedReader lines = reader(path)) {
            JsonLine first = JsonLine.of(String.valueOf(lines.readLine()));
            if (!first.text("type").equals("run")) {
                throw RunFileNotRead.damaged(path, "it does not begin with a run");
            }
            if (first.number("schema") > SCHEMA) {
                throw RunFileNotRead.newer(path, first.number("schema"), SCHEMA);
            }
            return new RunFile(path, new RunLine(first).head(), end(path));
        } catch (IOException e) {
            throw RunFileNotRead.of(path, e);
        } catch (IllegalArgumentException e) {
            throw RunFileNotRead.damaged(path, "a line has " + e.getMessage());
        }
    }

    private static JsonLine end(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer tail = ByteBuffer.allocate(TAIL);
            long start = Math.max(0, file.size() - TAIL);
            int read = 0;
            while (tail.hasRemaining() && read >= 0) {
                read = file.read(tail, start + tail.position());
            }
            String text = new String(tail.array(), 0, tail.position(), StandardCharsets.US_ASCII);
            String last = text.lines().reduce("", (before, line) -> line);
            if (!text.endsWith("\n") || !last.startsWith(beginning("end"))) {
                throw RunFileNotRead.damaged(path, "it has no last line");
            }
            return JsonLine.of(last);
        }
    }

    @Override
    public RunHead head() {
        return head;
    }

    @Override
    public void findings(Consumer<RunFinding> out) {
        each(FINDING, end.number("findings"), line -> out.accept(line.finding()));
    }

    @Override
    public void findings(Effect effect, Consumer<RunFinding> out) {
        each(
                FINDING,
                end.number("findings"),
                "\"effect\":\"" + effect.name() + "\"",
                line -> out.accept(line.finding()));
    }

    @Override
    public void fixed(Consumer<RunFinding> out) {
        each(FIXED, end.number(FIXED), line -> out.accept(line.finding()));
    }

    @Override
    public List<TrendPoint> trend() {
        List<TrendPoint> points = new ArrayList<>();
        each(TREND, end.number(TREND), line -> points.add(line.trendPoint()));
        return points;
    }

    @Override
    public List<FolderAccess> access() {
        List<FolderAccess> folders = new ArrayList<>();
        // earlier versions wrote none
        each(ACCESS, end.numberOrNone(ACCESS), line -> folders.add(line.access()));
        return folders;
    }

    /** Parses the lines of one kind, which stand together, and no others. */
    private void each(String type, long number, Consumer<RunLine> out) {
        each(type, number, "", out);
    }

    /** @param part that a line must have to be parsed; in a text its quotes would be escaped */
    private void each(String type, long number, String part, Consumer<RunLine> out) {
        if (number == 0) {
            return;
        }
        String beginning = beginning(type);
        long read = 0;
        try (BufferedReader lines = reader(path)) {
            for (String line = lines.readLine(); line != null && read < number; line = lines.readLine()) {
                if (line.startsWith(beginning)) {
                    read++;
                    if (line.contains(part)) {
                        out.accept(parsed(line));
                    }
                }
            }
        } catch (IOException e) {
            throw RunFileNotRead.of(path, e);
        }
        if (read < number) {
            throw RunFileNotRead.damaged(path, "it has " + read + " lines of " + type + ", not " + number);
        }
    }

    private RunLine parsed(String line) {
        try {
            return new RunLine(JsonLine.of(line));
        } catch (IllegalArgumentException e) {
            throw RunFileNotRead.damaged(path, "a line has " + e.getMessage());
        }
    }

    private static String beginning(String type) {
        return "{\"type\":\"" + type + "\"";
    }

    private static BufferedReader reader(Path path) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.US_ASCII), 1 << 16);
    }
}
