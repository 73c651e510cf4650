package vmail.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vmail.report.findings.RunStore;
import vmail.report.findings.WorkspaceDatabase;
import vmail.report.render.CheckedOutput;
import vmail.report.render.JsonReport;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.rule.Severity;

/** {@code vmail runs}. The database is open to one process at a time: a run that still says running has died. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description =
                "List the runs of the workspace, newest first: id, command, state, figures, and of audits what is new, standing and fixed in which scope.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RunsCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Terminal terminal;

    @Mixin
    SettingsOptions options;

    RunsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refused, IOException {
        try (WorkspaceDatabase database =
                WorkspaceDatabase.open(options.settings().workspace())) {
            for (RunHead run : new RunStore(database.dataSource()).heads()) {
                say(new RunHead(run.run().withoutItsLock(), run.reasons(), run.comparison()));
            }
            return ExitCode.DONE.number();
        }
    }

    private void say(RunHead head) {
        if (options.format == SettingsOptions.Format.json) {
            JsonReport.write(head, new CheckedOutput(terminal.out()));
            return;
        }
        RunSummary run = head.run();
        terminal.say("%-32s %s %-11s %-11s %s"
                .formatted(run.id(), TIME.format(run.started()), run.command(), run.state(), figures(head)));
    }

    private static String figures(RunHead head) {
        RunSummary run = head.run();
        StringBuilder text = new StringBuilder();
        run.counts()
                .ifPresent(counts -> text.append("read %d, rejected %d; ".formatted(counts.read(), counts.rejected())));
        run.changes()
                .ifPresent(changes -> text.append("added %d, changed %d, unchanged %d; "
                        .formatted(changes.added(), changes.changed(), changes.unchanged())));
        if (run.makesStores()) {
            text.append("made ").append(run.madeStores()).append(" stores; ");
        }
        run.verdict().ifPresent(verdict -> text.append(verdict).append("; "));
        text.append("%d errors, %d warnings"
                .formatted(
                        run.findings().getOrDefault(Severity.ERROR, 0L),
                        run.findings().getOrDefault(Severity.WARNING, 0L)));
        if (head.isAudit()) {
            Comparison comparison = head.comparison();
            text.append("; ")
                    .append(
                            comparison.conclusive()
                                    ? "%d new, %d standing, %d fixed"
                                            .formatted(
                                                    comparison.in(FindingState.NEW),
                                                    comparison.in(FindingState.STANDING),
                                                    comparison.in(FindingState.FIXED))
                                    : "not compared")
                    .append("; ")
                    .append(run.scope());
        }
        return text.toString();
    }
}
