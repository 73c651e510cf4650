package vmail.writer.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.util.json.JSONException;
import com.unboundid.util.json.JSONObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every change of a run with its number, on disk before it is made, and afterwards what became of it: {@code journal.jsonl} in the
 * folder of the run, a JSON object on each line, mode 0600. Its first line says what the changes are about.
 *
 * <p>A run that is continued appends; a line that a crash cut off says nothing that had happened, and is cut away.
 */
public final class Journal implements AutoCloseable {

    public static final String NAME = "journal.jsonl";

    private final FileChannel file;
    private final StringBuilder pending = new StringBuilder();
    private final List<JournalEntry> earlier;
    private long last;

    private Journal(FileChannel file, List<JournalEntry> earlier) {
        this.file = file;
        this.earlier = List.copyOf(earlier);
        this.last = earlier.isEmpty() ? 0 : earlier.get(earlier.size() - 1).number();
    }

    /** @throws IOException when it can not be opened, or is one of another target */
    public static Journal open(Path folder, JournalTarget target) throws IOException {
        Path path = folder.resolve(NAME);
        FileChannel file = FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean open = false;
        try {
            List<String> lines = wholeLines(path);
            long end = lines.stream()
                    .mapToLong(line -> line.getBytes(UTF_8).length + 1)
                    .sum();
            file.truncate(end);
            file.position(end);
            Journal journal =
                    new Journal(file, lines.isEmpty() ? List.of() : read(path).entries());
            if (lines.isEmpty()) {
                journal.write(target.json());
                journal.force();
            }
            open = true;
            return journal;
        } finally {
            if (!open) {
                file.close();
            }
        }
    }

    /** What it had when it was opened: of a run that is continued. */
    public List<JournalEntry> earlier() {
        return earlier;
    }

    /**
     * Notes changes that are to be made one after the other; they are on the disk when this returns.
     *
     * @param reason why they are made
     * @return the number of the first
     */
    public long begin(String reason, List<Change> changes) throws IOException {
        long first = last + 1;
        for (Change change : changes) {
            last++;
            write(new Fields()
                    .with("number", last)
                    .with("act", first)
                    .with("reason", reason)
                    .with("do", change.json())
                    .json());
        }
        force();
        return first;
    }

    /** Notes what became of a change: kept when the process is killed, and with the next that begins when the power fails. */
    public void ended(long number, Applied applied) throws IOException {
        Fields fields = new Fields().with("number", number).with("ended", word(applied.kind()));
        if (applied.isConflict()) {
            fields.with("found", applied.reason());
        }
        write(fields.json());
        flush();
    }

    private void write(JSONObject json) {
        json.toSingleLineString().codePoints().forEach(this::write);
        pending.append('\n');
    }

    /** In ASCII, as all JSON that vmail writes: names from disk can turn or colour a text that is looked at. */
    private void write(int c) {
        if (c < 0x7f) {
            pending.appendCodePoint(c);
        } else {
            for (char unit : Character.toChars(c)) {
                pending.append(String.format("\\u%04x", (int) unit));
            }
        }
    }

    private void force() throws IOException {
        flush();
        file.force(false);
    }

    private void flush() throws IOException {
        ByteBuffer bytes = UTF_8.encode(pending.toString());
        pending.setLength(0);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    /** What a journal has. */
    public record Contents(JournalTarget target, List<JournalEntry> entries) {

        public Contents {
            entries = List.copyOf(entries);
        }
    }

    /** @throws IOException when there is none, or none that this version can read */
    public static Contents read(Path file) throws IOException {
        List<String> lines = wholeLines(file);
        int number = 0;
        try {
            if (lines.isEmpty()) {
                throw new JSONException("it is empty");
            }
            JournalTarget target = JournalTarget.of(new JSONObject(lines.get(0)));
            TreeMap<Long, JournalEntry> entries = new TreeMap<>();
            for (number = 1; number < lines.size(); number++) {
                JSONObject line = new JSONObject(lines.get(number));
                long change = Fields.number(line, "number");
                JSONObject deed = line.getFieldAsObject("do");
                if (deed != null) {
                    entries.put(
                            change,
                            new JournalEntry(
                                    change,
                                    Fields.number(line, "act"),
                                    Fields.text(line, "reason"),
                                    Change.of(deed),
                                    Optional.empty()));
                } else {
                    Applied.Kind kind = ended(line);
                    entries.computeIfPresent(change, (key, entry) -> entry.ended(kind));
                }
            }
            return new Contents(target, new ArrayList<>(entries.values()));
        } catch (JSONException e) {
            throw new IOException(
                    file + " line " + (number + 1) + " can not be read: " + e.getMessage()
                            + ". It was changed, or written by another version of vmail",
                    e);
        }
    }

    private static Applied.Kind ended(JSONObject line) throws JSONException {
        String ended = Fields.text(line, "ended");
        return Stream.of(Applied.Kind.values())
                .filter(kind -> word(kind).equals(ended))
                .findFirst()
                .orElseThrow(() -> new JSONException("nothing ends as " + ended));
    }

    private static String word(Applied.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> wholeLines(Path file) throws IOException {
        String text = Files.readString(file);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return whole.isEmpty()
                ? List.of()
                : Stream.of(whole.split("\n", -1)).limit(lines(whole)).toList();
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            force();
        }
    }
}
