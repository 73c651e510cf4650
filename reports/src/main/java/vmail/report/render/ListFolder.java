package vmail.report.render;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A folder of lists that has its name only when all of them are complete: a list that is left from another night would name what is
 * no longer so. It is filled as {@code .name.part}, mode 0700.
 */
final class ListFolder implements Closeable {

    private final Path path;
    private final Path part;
    private @Nullable ReportFile file;
    private @Nullable BufferedWriter lines;
    private String name = "";

    /** @param path not there, or an empty folder */
    ListFolder(Path path) throws IOException {
        this.path = path.toAbsolutePath();
        this.part = this.path.resolveSibling("." + path.getFileName() + ".part");
        remove(part);
        PrivateFiles.makeFolders(part);
    }

    /** Adds a line to a list; all lines of one list come one after the other. */
    void add(String list, String line) {
        try {
            if (!list.equals(name)) {
                end();
                ReportFile begun = new ReportFile(part.resolve(list));
                file = begun;
                lines = new BufferedWriter(new OutputStreamWriter(begun, StandardCharsets.UTF_8));
                name = list;
            }
            Objects.requireNonNull(lines).append(line).append('\n');
        } catch (IOException e) {
            throw new ReportNotWritten(path.resolve(list).toString(), e);
        }
    }

    private void end() throws IOException {
        BufferedWriter open = lines;
        ReportFile begun = file;
        if (open != null && begun != null) {
            open.flush();
            begun.complete();
            begun.publish();
        }
        lines = null;
        file = null;
    }

    /** Everything is on disk when this returns. */
    void complete() throws IOException {
        end();
        PrivateFiles.syncFolder(part);
    }

    /** Gives the name; the folder around it is left to be synced. */
    void publish() throws IOException {
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the folder if it has not got its name. */
    @Override
    public void close() {
        try {
            if (file != null) {
                file.abandon();
            }
            remove(part);
        } catch (IOException e) {
            throw new ReportNotWritten(path.toString(), e);
        }
    }

    /** What a run that was killed, or failed, has left; nothing below it is a folder. */
    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path each : files) {
                Files.delete(each);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.delete(folder);
    }

    /**
     * Writes a whole folder.
     *
     * @throws ReportNotWritten when that can not be, or when there is something under the name but an empty folder
     */
    static void write(Path path, Consumer<ListFolder> lists) {
        try (ListFolder folder = new ListFolder(path)) {
            lists.accept(folder);
            folder.complete();
            folder.publish();
            PrivateFiles.syncFolder(Objects.requireNonNull(folder.path.getParent()));
        } catch (IOException e) {
            throw new ReportNotWritten(path.toString(), e);
        }
    }
}
