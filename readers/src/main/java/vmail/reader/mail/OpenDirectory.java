package vmail.reader.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Optional;
import java.util.Set;

/**
 * A directory that is open: what is opened in it is opened through its handle, without following a link, whatever happens to its path
 * meanwhile. Attributes are asked for by path ({@link Look#NAMES} says why), hence {@link #requireInPlace}.
 *
 * @param passable whether others than the mail owner can get there
 */
record OpenDirectory(Path path, SecureDirectoryStream<Path> handle, Look seen, boolean passable, Pace pace)
        implements AutoCloseable {

    private static final int PASSABLE = 0011;
    private static final LinkOption NO_LINK = LinkOption.NOFOLLOW_LINKS;
    private static final Path ITSELF = Path.of(".");

    /** The mail base, whose path may lead through links. */
    @SuppressWarnings("StreamResourceLeak") // closed with what is returned
    static OpenDirectory base(Path path, Pace pace) throws IOException {
        pace.operation();
        Look seen = Look.of(Files.readAttributes(path, Look.NAMES));
        pace.operation();
        return of(path, Files.newDirectoryStream(path), seen, true, pace);
    }

    /** A directory in this one; empty when there is none of that name, or something else. */
    Optional<OpenDirectory> directory(Path name) throws IOException {
        Optional<Look> found = look(name);
        return found.isPresent() && found.get().attributes().isDirectory()
                ? directory(name, found.get())
                : Optional.empty();
    }

    /** The same of what was seen to be a directory. */
    @SuppressWarnings("StreamResourceLeak") // closed with what is returned
    Optional<OpenDirectory> directory(Path name, Look found) throws IOException {
        pace.operation();
        try {
            return Optional.of(of(
                    path.resolve(name),
                    handle.newDirectoryStream(name, NO_LINK),
                    found,
                    passable && isPassable(found),
                    pace));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static OpenDirectory of(Path path, DirectoryStream<Path> stream, Look seen, boolean passable, Pace pace)
            throws IOException {
        if (!(stream instanceof SecureDirectoryStream<Path> handle)) {
            stream.close();
            throw new FileSystemException(path.toString(), null, "this system has no handles of directories");
        }
        OpenDirectory open = new OpenDirectory(path, handle, seen, passable, pace);
        try {
            open.requireSame(handle.getFileAttributeView(BasicFileAttributeView.class)
                    .readAttributes()
                    .fileKey());
            return open;
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static boolean isPassable(Look directory) {
        return (directory.attributes().mode() & PASSABLE) != 0;
    }

    /** Empty when there is nothing of that name: moved or deleted since it was listed. */
    Optional<Look> look(Path name) throws IOException {
        pace.operation();
        try {
            return Optional.of(Look.of(Files.readAttributes(path.resolve(name), Look.NAMES, NO_LINK)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Hands on each name, none of them kept; may be asked again. */
    void forEach(Step step) throws IOException {
        pace.operation();
        try (DirectoryStream<Path> names = handle.newDirectoryStream(ITSELF, NO_LINK)) {
            for (Path name : names) {
                pace.name();
                step.take(name.getFileName());
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** What was seen to be a file: opening a FIFO waits for ever. */
    InputStream open(Path name) throws IOException {
        pace.operation();
        return Channels.newInputStream(handle.newByteChannel(name, Set.of(StandardOpenOption.READ, NO_LINK)));
    }

    /**
     * Whether what was asked by path was asked of this directory.
     *
     * @throws NoSuchFileException when it is gone: then it has never been there
     */
    void requireInPlace() throws IOException {
        pace.operation();
        requireSame(Look.of(Files.readAttributes(path, Look.NAMES, NO_LINK)).key());
    }

    private void requireSame(Object key) throws IOException {
        if (!seen.key().equals(key)) {
            throw new FileSystemException(path.toString(), null, "was replaced while it was looked at");
        }
    }

    @Override
    public void close() throws IOException {
        handle.close();
    }

    /** What is done with a name. */
    interface Step {
        void take(Path name) throws IOException;
    }
}
