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
import vmail.report.render.JsonSink;
import vmail.report.run.RunSummary;
import vmail.rule.Severity;

/** {@code vmail runs}. The database is open to one process at a time: a run that still says running has died. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "List the runs of the workspace, newest first: id, command, state, figures.")
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
            for (RunSummary run : new RunStore(database.dataSource()).list()) {
                say(run.withoutItsLock());
            }
            return ExitCode.DONE.number();
        }
    }

    private void say(RunSummary run) {
        if (options.format == SettingsOptions.Format.json) {
            try (JsonSink json = new JsonSink(new CheckedOutput(terminal.out()))) {
                json.finish(run);
            }
            return;
        }
        terminal.say("%-32s %s %-11s %-11s %s"
                .formatted(run.id(), TIME.format(run.started()), run.command(), run.state(), figures(run)));
    }

    private static String figures(RunSummary run) {
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
        return text.toString();
    }
}
