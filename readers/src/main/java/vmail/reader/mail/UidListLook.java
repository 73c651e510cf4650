package vmail.reader.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vmail.message.Oddity;

/**
 * Whether Courier can use a {@code courierimapuiddb}: a line {@code 1 UIDVALIDITY NEXT}, then a line {@code UID NAME} for each message.
 *
 * <p>Courier keeps a list with a first line that it can not read for none: it gives new UIDs, and mail programs load everything again.
 * Two messages with one UID it leaves so for ever, and mail programs show one of them.
 */
final class UidListLook {

    static final String NAME = "courierimapuiddb";

    /** Of a folder with half a million messages. Larger ones are none of Courier's. */
    private static final long LARGEST = 64 << 20;

    private static final int LONGEST_LINE = 1024;
    private static final Pattern HEAD = Pattern.compile("1 \\d{1,10} (\\d{1,10})");
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,10}) .+");
    private static final int FIRST_UIDS = 1024;

    private final OpenDirectory folder;
    private long[] uids = new long[FIRST_UIDS];
    private int count;
    private boolean ascending = true;

    private UidListLook(OpenDirectory folder) {
        this.folder = folder;
    }

    /** Of a folder in which it was seen. */
    static Optional<Oddity> oddity(OpenDirectory folder, Look seen) throws IOException {
        if (!seen.attributes().isFile() || seen.attributes().size() > LARGEST) {
            return Optional.of(Oddity.UID_LIST_MALFORMED);
        }
        return new UidListLook(folder).read();
    }

    private Optional<Oddity> read() throws IOException {
        try (InputStream in = new BufferedInputStream(folder.open(Path.of(NAME)), 1 << 16)) {
            Matcher head = HEAD.matcher(line(in));
            if (!head.matches()) {
                return Optional.of(Oddity.UID_LIST_MALFORMED);
            }
            long next = Long.parseLong(head.group(1));
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                Matcher entry = ENTRY.matcher(line);
                if (!entry.matches()) {
                    return Optional.of(Oddity.UID_LIST_MALFORMED);
                }
                add(Long.parseLong(entry.group(1)));
                if (count % 1024 == 0) {
                    folder.pace().operation();
                }
            }
            boolean twice = largest() >= next || (!ascending && hasTwins());
            return twice ? Optional.of(Oddity.UID_TWICE) : Optional.empty();
        }
    }

    /** Eight bytes each: the largest folder has some megabytes of them. */
    private void add(long uid) {
        ascending &= count == 0 || uid > uids[count - 1];
        if (count == uids.length) {
            uids = Arrays.copyOf(uids, count * 2);
        }
        uids[count++] = uid;
    }

    private long largest() {
        return Arrays.stream(uids, 0, count).max().orElse(-1);
    }

    private boolean hasTwins() {
        Arrays.sort(uids, 0, count);
        for (int i = 1; i < count; i++) {
            if (uids[i] == uids[i - 1]) {
                return true;
            }
        }
        return false;
    }

    /** Empty at the end; of a line that is too long its beginning. */
    private static String line(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (length == LONGEST_LINE) {
                break;
            }
            line[length++] = (byte) b;
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }
}
