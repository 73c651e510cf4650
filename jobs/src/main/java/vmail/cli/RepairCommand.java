package vmail.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.JobRun;
import vmail.job.RepairJob;
import vmail.job.RepairRun;
import vmail.repair.RepairOptions;
import vmail.repair.RepairText;
import vmail.report.findings.WorkspaceDatabase;
import vmail.settings.AuditOptions;
import vmail.workspace.MailBaseLock;
import vmail.workspace.RunSession;
import vmail.writer.repair.Journal;

/** {@code vmail repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = {
            "Audit, put right what can be put right without a decision, and audit again until nothing more changes. Makes what is"
                    + " missing, gives back owners and modes, corrects links, subscriptions and values; each is looked at again at"
                    + " the moment it is changed. Never deletes, never overwrites.",
            "Findings that take a decision are repaired only when named by --plan. `vmail undo RUN` takes everything back.",
            "Repairs nothing as long as the audit is inconclusive (exit 4)."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RepairCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final StopRequest stop;

    @Mixin
    SettingsOptions options;

    @Mixin
    AuditScopeOptions auditing;

    @Mixin
    DeepOptions messages;

    @Option(names = "--dry-run", description = "Print what would be done and touch nothing.")
    boolean dryRun;

    @Option(
            names = "--plan",
            paramLabel = "FINDING",
            arity = "1..*",
            description =
                    "Repair these findings and no others: beginnings of their ids, as --dry-run prints them. Together with"
                            + " --dry-run: show the plan.")
    List<String> plan = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "MAILDIR",
            description =
                    "Where a plan shall bring the mail of a directory that several accounts had: a maildir, or the"
                            + " DN of its account.")
    @Nullable
    String into;

    @Mixin
    BrakeOptions brake;

    RepairCommand(Terminal terminal, StopRequest stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable, MailBaseLock.Locked {
        RepairOptions wanted = new RepairOptions(dryRun, plan, Optional.ofNullable(into), brake.brake());
        return new ChangingJob<>("repair", RepairJob.class, RepairRun.class, !dryRun)
                .run(
                        options,
                        terminal,
                        stop,
                        new Work(wanted, auditing.options(terminal.clock()).withDeep(messages.settings())));
    }

    private final class Work implements ChangingJob.Work<RepairRun> {

        private final RepairOptions wanted;
        private final AuditOptions how;

        private Work(RepairOptions wanted, AuditOptions how) {
            this.wanted = wanted;
            this.how = how;
        }

        @Override
        public Optional<String> continued(WorkspaceDatabase database) throws IOException, Refused {
            return new RunJournal(options.settings()).unfinished(database, "repair", journal -> true);
        }

        @Override
        public RepairRun shared(JobRun job, Optional<Journal> journal, RunSession session, Instant now) {
            job.auditing(auditing.compared(how, job.settings(), session));
            return new RepairRun(job, wanted, journal, session.id(), now, new RepairText(options.lines(terminal)));
        }

        @Override
        public List<String> notes(RepairRun shared) {
            return shared.notes();
        }

        @Override
        public boolean isIncomplete(RepairRun shared) {
            return shared.conflicts() > 0;
        }
    }
}
