package vmail.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vmail.account.MailBase;

/**
 * One writer per mail base: a lock of the kernel's, free again the moment its holder dies, kill -9 included.
 *
 * <p>The file lies in {@code /run/lock}, else in the system's folder for temporary files, not in the mail base: a second run
 * that has nothing to do must not write there. It is never deleted, which would let two runs lock two files of one name.
 * Does not see runs on other hosts that share the mail base over NFS.
 */
public final class MailBaseLock implements AutoCloseable {

    private final FileChannel channel;

    @SuppressWarnings("unused") // held, not read: the lock lives as long as the channel
    private final FileLock lock;

    private MailBaseLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws Locked when another run holds it */
    public static MailBaseLock acquire(MailBase base, String runId) throws IOException, Locked {
        Path file = file(base);
        FileChannel channel = open(file);
        boolean held = false;
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new Locked("another run works on " + base + " (" + holder(channel)
                        + "). Wait for it to end, or stop it, then run the same command again");
            }
            write(channel, "pid " + ProcessHandle.current().pid() + ", run " + runId);
            held = true;
            return new MailBaseLock(channel, lock);
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path file(MailBase base) throws IOException {
        String name = "vmail-" + digest(canonical(base.path()).toString()).substring(0, 16) + ".lock";
        Path folder = Path.of("/run/lock");
        return (Files.isWritable(folder) ? folder : Path.of(System.getProperty("java.io.tmpdir"))).resolve(name);
    }

    /** The same name for a mail base that is yet to be made as for the one that was made. */
    private static Path canonical(Path path) throws IOException {
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            Path parent = path.getParent();
            return parent == null ? path : canonical(parent).resolve(path.getFileName());
        }
    }

    /** Opened without O_CREAT where it is there: Linux refuses O_CREAT on another user's file in a sticky folder. */
    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            try {
                FileChannel channel = FileChannel.open(file, Set.of(READ, WRITE, CREATE_NEW, NOFOLLOW_LINKS));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
                return channel;
            } catch (FileAlreadyExistsException other) {
                return FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS);
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(200);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), UTF_8)
                .lines()
                .findFirst()
                .filter(line -> !line.isBlank())
                .orElse("which has just begun");
    }

    /** Never empty in between: whoever is locked out reads it at any moment. */
    private static void write(FileChannel channel, String text) throws IOException {
        byte[] line = (text + "\n").getBytes(UTF_8);
        channel.write(ByteBuffer.wrap(line), 0);
        channel.truncate(line.length);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Another run holds the lock. */
    public static final class Locked extends Exception {
        private static final long serialVersionUID = 1L;

        Locked(String message) {
            super(message);
        }
    }
}
