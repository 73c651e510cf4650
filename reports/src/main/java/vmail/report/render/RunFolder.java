package vmail.report.render;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vmail.report.audit.StorePaths;
import vmail.report.html.HtmlReport;
import vmail.report.run.RunContents;

/**
 * The files that a run leaves in {@code WORKSPACE/runs/<id>/}: run.jsonl, and the reports that are made from it.
 *
 * <p>Each is written under another name and gets its own name when the whole report is on disk (fsync, then rename),
 * summary.txt last: a file under its own name is complete, and a folder with summary.txt is a run that ended. The folder of
 * a run that is continued is used again.
 */
public final class RunFolder implements Closeable {

    private static final String SUMMARY = "summary.txt";
    private static final Set<String> LAST = Set.of(RunFile.NAME, SUMMARY);

    private final Path path;
    private final List<ReportFile> files = new ArrayList<>();
    private final CombinedPaths paths = new CombinedPaths();
    private @Nullable ListFolder lists;

    /**
     * @param id the run's, a plain file name
     * @throws ReportNotWritten when the folder can not be made
     */
    public RunFolder(Path workspace, String id) {
        this.path = of(workspace, id);
        try {
            PrivateFiles.makeFolders(path);
            PrivateFiles.syncFolder(Objects.requireNonNull(path.getParent()));
        } catch (IOException e) {
            throw new ReportNotWritten("the run's folder " + path, e);
        }
    }

    /** Where the files of a run are. */
    public static Path of(Path workspace, String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("a run's id is letters, digits, dots and hyphens, not " + id);
        }
        return workspace.toAbsolutePath().resolve("runs").resolve(id);
    }

    public Path path() {
        return path;
    }

    /**
     * A further file of the run, such as rejected.csv; on disk under its name after {@link #finish}.
     *
     * @param name a plain file name, not one of the reports'
     * @return to write to, and not to be closed
     */
    public OutputStream open(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("not a plain file name: " + name);
        }
        try {
            return file(name);
        } catch (IOException e) {
            throw new ReportNotWritten(path.resolve(name).toString(), e);
        }
    }

    /** What an audit sees of paths without findings, until {@link #finish}. */
    public StorePaths paths() {
        return paths;
    }

    private ReportFile file(String name) throws IOException {
        ReportFile file = new ReportFile(path.resolve(name));
        files.add(file);
        return file;
    }

    /** Writes every report and completes every file. After a failure none that was not complete before has its own name. */
    public void finish(RunContents contents) {
        try {
            ReportFile source = file(RunFile.NAME);
            RunFileWriter.write(contents, source);
            source.complete();
            // from what is on disk, as a later report of the run is
            RunFile run = RunFile.open(source.part());
            new CsvReport().write(run, file("findings.csv"));
            new JsonReport().write(run, file("findings.json"));
            if (run.head().isAudit()) {
                new HtmlReport().write(run, file("report.html"));
                writeLists(run);
            }
            new TextReport(false, TextReport.ALL).write(run, file(SUMMARY));
            for (ReportFile file : files) {
                file.complete();
            }
            publish();
        } catch (IOException e) {
            throw new ReportNotWritten("the run's report", e);
        }
    }

    private void writeLists(RunFile run) throws IOException {
        ListFolder folder = new ListFolder(path.resolve(PathLists.FOLDER));
        lists = folder;
        PathLists.write(run, Optional.of(paths), folder);
        folder.complete();
    }

    /** The run file says that the others are there, and the summary that the run has ended. */
    private void publish() throws IOException {
        if (lists != null) {
            lists.publish();
        }
        publish(file -> !LAST.contains(file.name()));
        publish(file -> file.name().equals(RunFile.NAME));
        publish(file -> file.name().equals(SUMMARY));
    }

    private void publish(Predicate<ReportFile> which) throws IOException {
        for (ReportFile file : files) {
            if (which.test(file)) {
                file.publish();
            }
        }
        PrivateFiles.syncFolder(path);
    }

    /** Removes what has no final name yet. */
    @Override
    public void close() {
        paths.close();
        if (lists != null) {
            lists.close();
        }
        abandon(files);
    }

    private static void abandon(List<ReportFile> files) {
        for (ReportFile file : files) {
            try {
                file.abandon();
            } catch (IOException e) {
                throw new ReportNotWritten("the run's report", e);
            }
        }
    }
}
