package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vmail.report.render.CheckedOutput;
import vmail.report.render.NagiosReport;
import vmail.report.render.PathLists;
import vmail.report.render.Report;
import vmail.report.render.ReportFile;
import vmail.report.render.ReportFormat;
import vmail.report.render.RunFile;
import vmail.report.render.RunFolder;
import vmail.report.render.RunFolders;
import vmail.report.render.TextReport;

/** {@code vmail report}. Reads the run's file alone, so that it answers while another run has the database. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Tell again what a run found, in any form. The run is not repeated: its report is made from WORKSPACE/runs/RUN/"
                    + RunFile.NAME + ".",
            "--format junit is for Jenkins and GitLab, prometheus for the textfile collector of node_exporter (give --output"
                    + " FILE.prom), nagios for Nagios and its kin: one line, and the exit codes of their plugins instead of"
                    + " vmail's, 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (inconclusive, too old, none, and wrong usage)."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description =
                    "A run, as vmail runs lists it. Default: the latest audit; for prometheus and nagios the latest audit of"
                            + " everything.")
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

    @Option(
            names = "--lists",
            paramLabel = "DIR",
            description =
                    "Write lists of paths for other programs, one a rule, into DIR, which must not be there: RULE.txt, and of an"
                            + " audit combined.txt, in which = is on both sides, - only in the directory, + only on disk, * differs,"
                            + " ! could not be looked at. Paths that a line can not hold are in escaped.txt alone.")
    @Nullable
    Path lists;

    @Option(
            names = "--max-age",
            paramLabel = "HOURS",
            defaultValue = "36",
            description = "For nagios: a latest audit that ended longer ago is UNKNOWN. Default: ${DEFAULT-VALUE}.")
    int maxAge;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refused, IOException {
        RunFile file = file();
        if (lists != null) {
            PathLists.write(RunFolder.of(workspace, file.head().run().id()), file, lists);
            return ExitCode.DONE.number();
        }
        Report report = report();
        if (output != null) {
            ReportFile.write(output, out -> report.write(file, out));
        } else {
            report.write(file, new CheckedOutput(terminal.out()));
        }
        return format == ReportFormat.nagios
                ? NagiosReport.state(file.head(), notBefore()).code()
                : ExitCode.DONE.number();
    }

    private Report report() {
        return switch (format) {
            case text -> new TextReport(output == null && terminal.coloured(), TextReport.ALL);
            case nagios -> new NagiosReport(notBefore());
            default -> format.report();
        };
    }

    /** The age of a run that is asked for by name does not matter. */
    private Optional<Instant> notBefore() {
        return run == null ? Optional.of(terminal.clock().instant().minus(Duration.ofHours(maxAge))) : Optional.empty();
    }

    private RunFile file() throws Refused, IOException {
        RunFolders folders = new RunFolders(workspace);
        if (run == null) {
            return folders.latestAudit(
                            head -> !format.isForMonitoring() || head.run().isOfAll())
                    .orElseThrow(() -> new Refused(
                            ExitCode.USAGE, "no audit has ended in the workspace " + workspace + "; run vmail audit"));
        }
        if (!folders.ids().contains(run)) {
            throw new Refused(ExitCode.USAGE, "no run is called " + run + "; vmail runs lists them");
        }
        RunFile file = folders.file(run);
        if (format.isForMonitoring() && !file.head().isAudit()) {
            throw new Refused(ExitCode.USAGE, run + " is no audit, and --format " + format + " tells of audits only");
        }
        return file;
    }
}
