package vmail.reader.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.store.DiskAttributes;

/**
 * Since when the mail of a maildir has been in it. A copy keeps the time of a message (mtime) and its name, so neither tells; the time
 * at which the file came to be where it is (ctime) can not be set.
 *
 * @param messages in {@code new} and {@code cur}, at most {@link Messages#ENOUGH} of each
 * @param before of these, those that were there before a moment that was asked for
 * @param newest when the youngest of them came
 */
public record MailAge(long messages, long before, Optional<Instant> newest) {

    /** @param moment may be long ago, when only the youngest matters */
    public static MailAge of(Path maildir, Instant moment) throws IOException {
        Count count = new Count(moment);
        for (String part : new String[] {"new", "cur"}) {
            count.add(maildir.resolve(part));
        }
        return new MailAge(
                count.messages, count.before, Optional.ofNullable(count.newest).map(FileTime::toInstant));
    }

    /** In words: no mail, 1 message, 12 messages. */
    public String words() {
        return new Messages(messages).words();
    }

    private static final class Count {

        private final FileTime moment;
        private long messages;
        private long before;
        private @org.jspecify.annotations.Nullable FileTime newest;

        private Count(Instant moment) {
            this.moment = FileTime.from(moment);
        }

        private void add(Path part) throws IOException {
            Optional<DiskAttributes> found = Disk.look(part);
            if (found.isEmpty() || !found.get().isDirectory()) {
                return;
            }
            try (DirectoryStream<Path> names = Disk.open(part, found.get())) {
                Iterator<Path> each = names.iterator();
                for (int i = 0; i < Messages.ENOUGH && each.hasNext(); i++) {
                    addMessage(each.next());
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }

        private void addMessage(Path message) throws IOException {
            try {
                Map<String, Object> attributes =
                        Files.readAttributes(message, "unix:ctime,isRegularFile", LinkOption.NOFOLLOW_LINKS);
                if (!Boolean.TRUE.equals(attributes.get("isRegularFile"))) {
                    return;
                }
                if (!(attributes.get("ctime") instanceof FileTime came)) {
                    throw new AssertionError("this Java has no ctime of " + new DiskPath(message));
                }
                messages++;
                before += came.compareTo(moment) < 0 ? 1 : 0;
                newest = newest == null || came.compareTo(newest) > 0 ? came : newest;
            } catch (NoSuchFileException e) {
                // read and moved, or deleted, since its directory was listed
                return;
            }
        }
    }
}
