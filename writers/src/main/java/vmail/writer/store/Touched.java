package vmail.writer.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where something has appeared since the last fsync. The directories in which names appeared are enough: on ext4, xfs and btrfs that
 * brings along what was made below them; only content of files needs its own.
 */
final class Touched {

    private final Set<Path> files = new LinkedHashSet<>();
    private final Set<Path> directories = new LinkedHashSet<>();

    void file(Path path) {
        files.add(path);
    }

    void directory(Path path) {
        directories.add(path);
    }

    void sync() throws StoreUnavailable {
        for (Path file : files) {
            sync(file);
        }
        for (Path directory : directories) {
            sync(directory);
        }
        files.clear();
        directories.clear();
    }

    private static void sync(Path path) throws StoreUnavailable {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            channel.force(true);
        } catch (NoSuchFileException | AccessDeniedException e) {
            // moved away or closed by its owner since: no longer ours to care for
            return;
        } catch (IOException e) {
            throw StoreUnavailable.at(path, e);
        }
    }
}
