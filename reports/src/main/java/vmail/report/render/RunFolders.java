package vmail.report.render;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;

/** The runs that have a folder in a workspace. */
public record RunFolders(Path workspace) {

    private static final Pattern AUDIT = Pattern.compile("\\d{8}-\\d{6}-" + RunSummary.AUDIT + "(-\\d+)?");
    private static final int TIME = 15;

    /** In the order of their names, which begin with the time. None where there is no workspace. */
    public List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(workspace.toAbsolutePath().resolve("runs"))) {
            folders.forEach(folder -> ids.add(String.valueOf(folder.getFileName())));
        } catch (NoSuchFileException e) {
            return List.of();
        }
        Collections.sort(ids);
        return ids;
    }

    /** @throws RunFileNotRead when the run has none, or not a whole one */
    public RunFile file(String id) {
        return RunFile.open(RunFolder.of(workspace, id).resolve(RunFile.NAME));
    }

    /** The audit that began last, of those that have ended. */
    public Optional<RunFile> latestAudit() throws IOException {
        return latestAudit(head -> true);
    }

    /** The audit that began last, of those that have ended and are wanted. */
    public Optional<RunFile> latestAudit(Predicate<RunHead> wanted) throws IOException {
        List<String> audits = new ArrayList<>();
        for (String id : ids()) {
            if (AUDIT.matcher(id).matches() && hasEnded(id)) {
                audits.add(id);
            }
        }
        // a further run of the same second has a number at its end
        return audits.stream()
                .sorted(Comparator.<String, String>comparing(id -> id.substring(0, TIME))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .map(this::file)
                .filter(file -> wanted.test(file.head()))
                .findFirst();
    }

    private boolean hasEnded(String id) throws IOException {
        try {
            Files.readAttributes(
                    RunFolder.of(workspace, id).resolve(RunFile.NAME),
                    BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
