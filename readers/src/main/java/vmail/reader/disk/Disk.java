package vmail.reader.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Optional;
import vmail.store.DiskAttributes;
import vmail.store.SubscriptionLines;

/** One system call per question; only ENOENT means that something is not there. */
final class Disk {

    private Disk() {}

    /** Empty when there is nothing of that name. Directories above it must have been looked at before: ENOTDIR counts too. */
    static Optional<DiskAttributes> look(Path path) throws IOException {
        try {
            return Optional.of(
                    DiskAttributes.of(Files.readAttributes(path, DiskAttributes.NAMES, LinkOption.NOFOLLOW_LINKS)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens what was seen to be a directory, and not what has taken its place meanwhile.
     *
     * @throws NoSuchFileException when it is gone
     */
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    static DirectoryStream<Path> open(Path directory, DiskAttributes seen) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(directory);
        try {
            if (stream instanceof SecureDirectoryStream<Path> open
                    && !seen.key()
                            .equals(open.getFileAttributeView(BasicFileAttributeView.class)
                                    .readAttributes()
                                    .fileKey())) {
                throw new FileSystemException(directory.toString(), null, "was replaced while it was looked at");
            }
            return stream;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /**
     * The lines of a {@code shared-maildirs}, which must have been seen to be a file: opening a FIFO waits for ever. Reads no
     * more than {@link SubscriptionLines#LARGEST} bytes.
     */
    static SubscriptionLines subscriptions(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return SubscriptionLines.of(in.readNBytes(SubscriptionLines.LARGEST));
        }
    }
}
