package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmail.report.render.CheckedOutput;
import vmail.report.render.Report;
import vmail.report.render.ReportFile;
import vmail.report.render.ReportFormat;
import vmail.report.render.RunFile;
import vmail.report.render.RunFolders;
import vmail.report.render.TextReport;

/** {@code vmail report}. Reads the run's file alone, so that it answers while another run has the database. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Tell again what a run found, in any form. The run is not repeated: its report is made from WORKSPACE/runs/RUN/"
                    + RunFile.NAME + "."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "A run, as vmail runs lists it. Default: the latest audit.")
    @Nullable
    String run;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Read further options from FILE, as for the other commands.")
    @Nullable
    Path settings;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            defaultValue = "vmail-workspace",
            description = "Where the runs are kept. Default: ${DEFAULT-VALUE}.")
    Path workspace;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    ReportFormat format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write to FILE, which has its name only when it is complete, in place of an earlier one.")
    @Nullable
    Path output;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refused, IOException {
        RunFile file = file();
        if (output != null) {
            ReportFile.write(output, out -> format.report().write(file, out));
        } else {
            Report report =
                    format == ReportFormat.text ? new TextReport(terminal.coloured(), TextReport.ALL) : format.report();
            report.write(file, new CheckedOutput(terminal.out()));
        }
        return ExitCode.DONE.number();
    }

    private RunFile file() throws Refused, IOException {
        RunFolders folders = new RunFolders(workspace);
        if (run == null) {
            return folders.latestAudit()
                    .orElseThrow(() -> new Refused(
                            ExitCode.USAGE, "no audit has ended in the workspace " + workspace + "; run vmail audit"));
        }
        if (!folders.ids().contains(run)) {
            throw new Refused(ExitCode.USAGE, "no run is called " + run + "; vmail runs lists them");
        }
        return folders.file(run);
    }
}
