package vmail.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vmail.account.Stamps;
import vmail.message.Mailbox;

/**
 * Mailboxes to look at once the directory has been read: a search that waits for the disk holds a thread of the server, and the pages of
 * its database, for as long. Packed they take some fifty bytes each.
 */
final class MailboxQueue {

    private static final long NONE = Long.MIN_VALUE;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DataOutputStream out;
    private long size;

    MailboxQueue() {
        try {
            out = new DataOutputStream(new GZIPOutputStream(packed));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can not be written to", e);
        }
    }

    void add(Mailbox mailbox) {
        try {
            text(mailbox.dn());
            text(mailbox.maildir().toString());
            out.writeInt(mailbox.shared().size());
            for (String folder : mailbox.shared()) {
                text(folder);
            }
            out.writeBoolean(mailbox.active());
            out.writeLong(mailbox.quota().orElse(NONE));
            time(mailbox.stamps().created());
            time(mailbox.stamps().modified());
            text(mailbox.stamps().modifiedBy());
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException("memory can not be written to", e);
        }
    }

    /** Not as {@code writeUTF} does, for which a name can be too long. */
    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), UTF_8);
    }

    private void time(Optional<Instant> time) throws IOException {
        out.writeLong(time.map(Instant::toEpochMilli).orElse(NONE));
    }

    long size() {
        return size;
    }

    /** Takes them out in their order; nothing can be added any more. */
    void forEach(Step step) {
        try {
            out.close();
            DataInputStream in =
                    new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())));
            for (long i = 0; i < size; i++) {
                step.take(next(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can not be read", e);
        }
    }

    private static Mailbox next(DataInputStream in) throws IOException {
        String dn = text(in);
        Path maildir = Path.of(text(in));
        List<String> shared = new ArrayList<>();
        for (int folders = in.readInt(); folders > 0; folders--) {
            shared.add(text(in));
        }
        boolean active = in.readBoolean();
        long quota = in.readLong();
        return new Mailbox(
                dn,
                maildir,
                shared,
                active,
                quota == NONE ? OptionalLong.empty() : OptionalLong.of(quota),
                new Stamps(time(in), time(in), text(in)));
    }

    private static Optional<Instant> time(DataInputStream in) throws IOException {
        long milli = in.readLong();
        return milli == NONE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(milli));
    }

    /** What is done with a mailbox. */
    interface Step {
        void take(Mailbox mailbox);
    }
}
