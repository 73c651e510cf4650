package vmail.report.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vmail.report.run.RunSummary;
import vmail.rule.Finding;

/**
 * The files that a run leaves in {@code WORKSPACE/runs/<id>/}. Each is written under another name and gets its own name
 * when the whole report is on disk (fsync, then rename), summary.txt last: a file under its own name is complete, and a
 * folder with summary.txt is a run that ended. The folder of a run that is continued is used again.
 */
public final class RunFolder implements FindingSink {

    private static final int ALL_FINDINGS = Integer.MAX_VALUE;

    private final Path path;
    private final List<ReportFile> files = new ArrayList<>();
    private final FindingSink reports;

    /**
     * @param id the run's, a plain file name
     * @throws ReportNotWritten when the folder can not be made
     */
    public RunFolder(Path workspace, String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("a run's id is letters, digits, dots and hyphens, not " + id);
        }
        Path runs = workspace.toAbsolutePath().resolve("runs");
        this.path = runs.resolve(id);
        try {
            PrivateFiles.makeFolders(path);
            PrivateFiles.syncFolder(runs);
            this.reports = FindingSink.all(List.of(
                    new CsvSink(file("findings.csv")),
                    new JsonSink(file("findings.json")),
                    new TextSink(text(file("summary.txt")), false, ALL_FINDINGS)));
        } catch (IOException e) {
            abandon(files);
            throw new ReportNotWritten("the run's folder " + path, e);
        } catch (ReportNotWritten e) {
            abandon(files);
            throw e;
        }
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

    private ReportFile file(String name) throws IOException {
        ReportFile file = new ReportFile(path.resolve(name));
        files.add(file);
        return file;
    }

    private static BufferedWriter text(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void add(Finding finding) {
        reports.add(finding);
    }

    /** Completes every file. After a failure none that was not complete before has its own name. */
    @Override
    public void finish(RunSummary summary) {
        reports.finish(summary);
        try {
            for (ReportFile file : files) {
                file.complete();
            }
            publish();
        } catch (IOException e) {
            throw new ReportNotWritten("the run's report", e);
        }
    }

    /** The summary last, since it says that the others are there. */
    private void publish() throws IOException {
        for (ReportFile file : files) {
            if (!file.isNamed("summary.txt")) {
                file.publish();
            }
        }
        PrivateFiles.syncFolder(path);
        for (ReportFile file : files) {
            if (file.isNamed("summary.txt")) {
                file.publish();
            }
        }
        PrivateFiles.syncFolder(path);
    }

    /** Removes what has no final name yet. */
    @Override
    public void close() {
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
