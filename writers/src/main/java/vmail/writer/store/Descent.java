package vmail.writer.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vmail.account.DiskPath;
import vmail.store.Errno;

/** The way from the mail base down to a directory, as far as it is there; each step is opened without following a link. */
final class Descent implements Closeable {

    private final Deque<OpenDirectory> opened = new ArrayDeque<>();
    private OpenDirectory deepest;
    private Optional<String> missing = Optional.empty();

    private Descent(OpenDirectory base) {
        this.deepest = base;
    }

    /** @throws InTheWay when there is something else than a directory on the way */
    static Descent to(OpenDirectory base, Path directory) throws IOException, InTheWay {
        Descent descent = new Descent(base);
        try {
            for (Path name : base.path().relativize(directory)) {
                if (descent.missing.isEmpty()) {
                    descent.step(name.toString());
                }
            }
            return descent;
        } catch (IOException | InTheWay e) {
            descent.close();
            throw e;
        }
    }

    private void step(String name) throws IOException, InTheWay {
        if (name.isEmpty()) {
            return; // the mail base itself
        }
        Optional<BasicFileAttributes> found = deepest.look(name);
        if (found.isEmpty()) {
            missing = Optional.of(name);
            return;
        }
        if (!found.get().isDirectory()) {
            throw noDirectory(name);
        }
        try {
            deepest = deepest.open(name);
            opened.push(deepest);
        } catch (NoSuchFileException e) {
            // moved away since it was looked at
            missing = Optional.of(name);
        } catch (FileSystemException e) {
            if (e instanceof NotDirectoryException || Errno.words(e).equals("Too many levels of symbolic links")) {
                // replaced since
                throw noDirectory(name);
            }
            throw e;
        }
    }

    private InTheWay noDirectory(String name) {
        return new InTheWay(
                new DiskPath(deepest.path().resolve(name)) + " is no directory",
                "Look what it is, move it away, then run the same command again");
    }

    OpenDirectory deepest() {
        return deepest;
    }

    /** The first name that is not there, or empty when all are. */
    Optional<String> missing() {
        return missing;
    }

    @Override
    public void close() throws IOException {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
