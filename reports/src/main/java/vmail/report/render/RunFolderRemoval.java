package vmail.report.render;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Removes the folder of an old run, if there is nothing in it but what vmail has written there and could write again.
 *
 * <p>Files that tell how to take changes back (changes.ldif, undo.ldif, journal.jsonl) are never removed, nor is the folder
 * they are in, as long as they are not empty. Links are not followed; one in a folder is a file of somebody else.
 */
public final class RunFolderRemoval {

    /** What became of it. */
    public enum Outcome {
        REMOVED,
        /** It holds what is needed to take changes back. */
        NEEDED,
        /** It holds something that vmail did not make; see {@link #strangers}. */
        LEFT
    }

    private static final Pattern REPORT = Pattern.compile(
            "run\\.jsonl|summary\\.txt|report\\.html|findings\\.(csv|json)|rejected(-\\d+)?\\.(csv|ldif|txt)|losses\\.csv|old-stores\\.csv");
    private static final Pattern LISTS = Pattern.compile("(\\.paths\\.part|paths)");
    private static final Pattern LIST = Pattern.compile("(\\.[a-z0-9-]+\\.txt\\.part|[a-z0-9-]+\\.txt)");
    private static final Pattern CHANGES = Pattern.compile("changes\\.ldif|undo\\.ldif|journal.*");

    private final Path folder;
    private final List<Path> ours = new ArrayList<>();
    private final List<Path> strangers = new ArrayList<>();
    private boolean needed;

    public RunFolderRemoval(Path workspace, String id) {
        this.folder = RunFolder.of(workspace, id);
    }

    public Outcome remove() throws IOException {
        try {
            if (!look(folder).isDirectory()) {
                strangers.add(folder);
                return Outcome.LEFT;
            }
        } catch (NoSuchFileException e) {
            // a kill came between the folder and the database
            return Outcome.REMOVED;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                sort(file);
            }
        }
        if (needed || !strangers.isEmpty()) {
            return needed ? Outcome.NEEDED : Outcome.LEFT;
        }
        for (Path file : ours) {
            Files.delete(file);
        }
        Files.delete(folder);
        PrivateFiles.syncFolder(Objects.requireNonNull(folder.getParent()));
        return Outcome.REMOVED;
    }

    private void sort(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        BasicFileAttributes attributes = look(file);
        if (attributes.isDirectory() && LISTS.matcher(name).matches()) {
            sortLists(file);
            return;
        }
        boolean changes = CHANGES.matcher(name).matches();
        if (!attributes.isRegularFile() || !(changes || isReport(name))) {
            strangers.add(file);
        } else if (changes && attributes.size() > 0) {
            needed = true;
        } else {
            ours.add(file);
        }
    }

    private void sortLists(Path lists) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(lists)) {
            for (Path file : files) {
                boolean list = LIST.matcher(String.valueOf(file.getFileName())).matches()
                        && look(file).isRegularFile();
                (list ? ours : strangers).add(file);
            }
        }
        // after what is in it
        ours.add(lists);
    }

    private static boolean isReport(String name) {
        boolean unfinished = name.startsWith(".") && name.endsWith(".part");
        return REPORT.matcher(unfinished ? name.substring(1, name.length() - ".part".length()) : name)
                .matches();
    }

    private static BasicFileAttributes look(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** What vmail did not make, after {@link #remove}. */
    public List<Path> strangers() {
        return List.copyOf(strangers);
    }
}
