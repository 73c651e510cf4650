package vmail.writer.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A directory that is held open: whoever renames it, or puts a symbolic link in its place, can not lead us elsewhere.
 *
 * <p>Java's stream can move and delete in an open directory, but not make a directory or a link (JDK-8356493). These go through
 * {@code /proc/self/fd/N}, which the kernel resolves to the open directory itself.
 */
final class OpenDirectory implements Closeable {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int LOOK_AROUND = 4;

    /** A hint only; what it leads to is looked at. */
    private static volatile int lastFound;

    private final Path path;
    private final SecureDirectoryStream<Path> stream;
    private final Object key;
    /** Looked at again before each use: the directory may be open under two numbers, of which one closes. */
    private @Nullable Path descriptor;

    private OpenDirectory(Path path, DirectoryStream<Path> stream) throws IOException {
        if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
            stream.close();
            throw new StoreUnavailable(
                    "this system can not hold directories open (openat); stores can not be made safely.");
        }
        this.path = path;
        this.stream = secure;
        this.key = key(secure.getFileAttributeView(BasicFileAttributeView.class).readAttributes());
    }

    /** @throws NoSuchFileException when it is missing */
    @SuppressWarnings("StreamResourceLeak") // closed with the OpenDirectory
    static OpenDirectory of(Path path) throws IOException {
        Object seen = key(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        OpenDirectory directory = new OpenDirectory(path, Files.newDirectoryStream(path));
        if (!directory.key.equals(seen)) {
            directory.close();
            throw new StoreUnavailable(path + " is a symbolic link or was replaced just now. Name the real directory.");
        }
        return directory;
    }

    /** Where it was when it was opened; for messages. */
    Path path() {
        return path;
    }

    /** Empty when there is nothing of that name. Never follows a link, never waits. */
    Optional<BasicFileAttributes> look(String name) throws IOException {
        try {
            return Optional.of(
                    stream.getFileAttributeView(Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .readAttributes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The caller has looked that it is a directory: opening a FIFO waits for ever. */
    OpenDirectory open(String name) throws IOException {
        return open(Path.of(name));
    }

    /** The same for a name that need not be UTF-8. */
    OpenDirectory open(Path name) throws IOException {
        return new OpenDirectory(path.resolve(name), stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    List<String> names() throws IOException {
        return entries().stream().map(Path::toString).toList();
    }

    /** The names with their bytes, which need not be UTF-8. */
    List<Path> entries() throws IOException {
        try (DirectoryStream<Path> again = stream.newDirectoryStream(Path.of("."))) {
            List<Path> names = new ArrayList<>();
            again.forEach(name -> names.add(name.getFileName()));
            return names;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** renameat(2): replaces a file or an empty directory, fails on everything else. */
    void move(String name, OpenDirectory target, String newName) throws IOException {
        stream.move(Path.of(name), target.stream, Path.of(newName));
    }

    void deleteFile(String name) throws IOException {
        stream.deleteFile(Path.of(name));
    }

    void deleteDirectory(String name) throws IOException {
        stream.deleteDirectory(Path.of(name));
    }

    /** A path of a name in this directory that is this directory's whatever happens to the names above it. */
    Path pinned(String name) throws IOException {
        return pinned(Path.of(name));
    }

    /** The same for a name that need not be UTF-8. */
    Path pinned(Path name) throws IOException {
        Path known = descriptor;
        if (known == null || !isOurs(known)) {
            known = find();
            descriptor = known;
        }
        return known.resolve(name);
    }

    /** Descriptors are given out lowest first, so ours is most often near the one that was found last. */
    private Path find() throws IOException {
        int near = lastFound;
        for (int number = Math.max(0, near - LOOK_AROUND); number <= near + LOOK_AROUND; number++) {
            Path candidate = DESCRIPTORS.resolve(Integer.toString(number));
            if (isOurs(candidate)) {
                lastFound = number;
                return candidate;
            }
        }
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path candidate : descriptors) {
                if (isOurs(candidate)) {
                    lastFound = Integer.parseInt(candidate.getFileName().toString());
                    return candidate;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        throw new StoreUnavailable("/proc/self/fd does not show " + path + "; is /proc mounted?");
    }

    private boolean isOurs(Path descriptor) {
        try {
            return key.equals(key(Files.readAttributes(descriptor, BasicFileAttributes.class)));
        } catch (IOException e) {
            // closed since the listing, or a socket: not ours
            return false;
        }
    }

    /** Device and inode. */
    private static Object key(BasicFileAttributes attributes) {
        return Objects.requireNonNull(attributes.fileKey(), "no inode");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
