package vmail.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.ChangeJob;
import vmail.job.ChangeRun;
import vmail.workspace.MailBaseLock;
import vmail.writer.repair.JournalEntry;

/** {@code vmail undo}. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = {
            "Take back what a run of `vmail repair`, `vmail quarantine` or `vmail undo` has done, the last first. What stands"
                    + " otherwise than the run left it is told and left alone (exit 1).",
            "An import is taken back by its undo.ldif."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class UndoCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Parameters(paramLabel = "RUN", description = "The id of the run, as `vmail runs` lists it.")
    String run;

    UndoCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked {
        ConfiguredDirectory.requireSettings(options.settings());
        // before a run of our own begins
        new RunJournal(options.settings()).of(run);
        return new ChangingJob<>("undo", ChangeJob.class, ChangeRun.class, true)
                .run(
                        options,
                        terminal,
                        stop,
                        // what a killed one took back, and on the way took away again, can not be told from the disk
                        new ChangeWork(
                                new RunJournal(options.settings()),
                                "undo",
                                each -> each.startsWith(reason()),
                                continued -> inverses(),
                                options.lines(terminal)));
    }

    /** Of all changes of this undo, before their number. */
    private String reason() {
        return "undo " + run + " ";
    }

    private List<ChangeRun.Wanted> inverses() throws IOException, Refused {
        List<ChangeRun.Wanted> inverses = new ArrayList<>();
        for (JournalEntry entry : new RunJournal(options.settings()).of(run).entries()) {
            if (entry.mayStand()) {
                inverses.add(new ChangeRun.Wanted(
                        reason() + entry.number(), List.of(entry.change().inverse())));
            }
        }
        Collections.reverse(inverses);
        return inverses;
    }
}
