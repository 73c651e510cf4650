package vmail.report.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file that has its name only when it is complete: written as {@code .name.part}, mode 0600; {@link #complete} puts it
 * on disk, {@link #publish} gives the name. What a killed run left under the other name is removed first.
 */
public final class ReportFile extends OutputStream {

    private final Path path;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;

    /**
     * Writes a whole file, in place of an earlier one of that name.
     *
     * @throws ReportNotWritten when that can not be, or when there is something else than a file under the name
     */
    public static void write(Path path, Consumer<OutputStream> report) {
        try {
            requireFileOrNothing(path);
            ReportFile file = new ReportFile(path.toAbsolutePath());
            try {
                report.accept(file);
                file.complete();
                file.publish();
                PrivateFiles.syncFolder(Objects.requireNonNull(file.path.getParent()));
            } finally {
                file.abandon();
            }
        } catch (IOException e) {
            throw new ReportNotWritten(path.toString(), e);
        }
    }

    /** A rename would put a file in the place of a device or of a link. */
    private static void requireFileOrNothing(Path path) throws IOException {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile()) {
                throw new IOException("it is there and no file");
            }
        } catch (NoSuchFileException e) {
            // as it should be
        }
    }

    ReportFile(Path path) throws IOException {
        this.path = path;
        this.part = path.resolveSibling("." + path.getFileName() + ".part");
        Files.deleteIfExists(part);
        this.channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS),
                PrivateFiles.fileMode());
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Where it is until it is published; whole once it is complete. */
    Path part() {
        return part;
    }

    /** The one it gets. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw here(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw here(e);
        }
    }

    /** A channel says what failed and not where. */
    private IOException here(IOException e) {
        return new IOException(path + ": " + e.getMessage(), e);
    }

    /** Everything written is on disk when this returns. */
    void complete() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        flush();
        channel.force(true);
        channel.close();
    }

    /** Gives the name, in place of an earlier report of that name. */
    void publish() throws IOException {
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes the file if it has not got its name. */
    void abandon() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
