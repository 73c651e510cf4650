package vmail.writer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where something has appeared since the last fsync. The directories in which names appeared are enough: on ext4, xfs and btrfs that
 * brings along what was made below them; only content of files needs its own.
 */
final class Touched {

    private static final int SIDE_BY_SIDE = 16;

    private final Set<Path> files = new LinkedHashSet<>();
    private final Set<Path> directories = new LinkedHashSet<>();

    void file(Path path) {
        files.add(path);
    }

    void directory(Path path) {
        directories.add(path);
    }

    void sync() throws StoreUnavailable {
        syncTogether(files);
        for (Path directory : directories) {
            sync(directory);
        }
        files.clear();
        directories.clear();
    }

    /** Side by side, so that the file system brings many to disk with one commit of its journal. */
    private static void syncTogether(Set<Path> paths) throws StoreUnavailable {
        if (paths.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(paths.size(), SIDE_BY_SIDE));
        try {
            CompletableFuture.allOf(paths.stream()
                            .map(path -> CompletableFuture.runAsync(() -> syncUnchecked(path), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException unchecked
                    && unchecked.getCause() instanceof StoreUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        } finally {
            threads.shutdown();
        }
    }

    private static void syncUnchecked(Path path) {
        try {
            sync(path);
        } catch (StoreUnavailable e) {
            throw new UncheckedIOException(e);
        }
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
