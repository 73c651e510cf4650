package vmail.writer.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;
import vmail.store.MaildirShape;

/**
 * The folder {@code .vmail-staging} in the mail base, 0700 and our own, in which things are made before they are moved in. There
 * only while something is made; what a killed run has left is swept, and nothing else.
 */
final class Staging implements Closeable {

    static final String NAME = ".vmail-staging";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final OpenDirectory base;
    /** None, or one. */
    private Optional<OpenDirectory> folder;

    private Path pinned = Path.of("");
    private int last;

    private Staging(OpenDirectory base) {
        this.base = base;
        this.folder = Optional.empty();
    }

    /** Sweeps what is left of dead runs. The caller holds the lock of the mail base. */
    static Staging in(OpenDirectory base) throws IOException {
        Staging staging = new Staging(base);
        staging.sweep();
        return staging;
    }

    /** A name that is free in {@link #folder}. */
    String nextName() {
        last++;
        return Integer.toString(last);
    }

    OpenDirectory folder() throws IOException {
        if (folder.isEmpty()) {
            try {
                // 0700 and ours, not the mail owner's: nobody else may reach what is being made in it
                new Belongings(Optional.empty()).makeDirectory(base.pinned(NAME), 0700);
                OpenDirectory made = base.open(NAME);
                folder = Optional.of(made);
                pinned = made.pinned("");
            } catch (IOException e) {
                throw e instanceof StoreUnavailable known
                        ? known
                        : StoreUnavailable.at(base.path().resolve(NAME), e);
            }
        }
        return folder.get();
    }

    /** Holds as long as the folder is open. */
    Path pinned(String name) throws IOException {
        folder();
        return pinned.resolve(name);
    }

    private void sweep() throws IOException {
        Optional<BasicFileAttributes> found = base.look(NAME);
        if (found.isEmpty()) {
            return;
        }
        if (!found.get().isDirectory()) {
            throw foreign(base.path().resolve(NAME));
        }
        try (OpenDirectory leftover = base.open(NAME)) {
            for (String name : leftover.names()) {
                if (!NUMBER.matcher(name).matches()) {
                    throw foreign(leftover.path().resolve(name));
                }
                delete(leftover, name);
            }
        }
        base.deleteDirectory(NAME);
    }

    /** Deletes what was made; links are deleted, never followed. */
    void discard(String name) throws IOException {
        delete(folder(), name);
    }

    private static void delete(OpenDirectory parent, String name) throws IOException {
        Optional<BasicFileAttributes> found = parent.look(name);
        if (found.isEmpty()) {
            return;
        }
        if (!found.get().isDirectory()) {
            // a staged maildir is never delivered to
            boolean message = found.get().isRegularFile()
                    && MaildirShape.PARTS.contains(parent.path().getFileName().toString());
            if (message || found.get().isOther()) {
                throw foreign(parent.path().resolve(name));
            }
            parent.deleteFile(name);
            return;
        }
        try (OpenDirectory directory = parent.open(name)) {
            for (String child : directory.names()) {
                delete(directory, child);
            }
        }
        parent.deleteDirectory(name);
    }

    private static StoreUnavailable foreign(Path path) {
        return new StoreUnavailable(
                path + " was not made by vmail. Look what it is, move it away, then run the same command again.");
    }

    @Override
    public void close() throws IOException {
        if (folder.isPresent()) {
            folder.get().close();
            folder = Optional.empty();
            base.deleteDirectory(NAME);
        }
    }
}
