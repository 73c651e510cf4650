package vmail.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vmail.check.CheckedSources;
import vmail.check.StopRequest;
import vmail.job.JobRun;
import vmail.job.RejectedRecords;
import vmail.report.audit.AuditVerdict;
import vmail.report.run.Changes;
import vmail.report.run.Comparison;
import vmail.report.run.Counts;
import vmail.report.run.RunHead;
import vmail.report.run.RunSummary;
import vmail.settings.Settings;
import vmail.workspace.RunSession;

/** The end of a run that is kept in the workspace: its figures, its reports, its exit code. */
final class KeptRun {

    private static final String CONTINUED =
            "this run was continued: what earlier attempts added, changed and made is counted as"
                    + " unchanged; changes.ldif has the changes of all attempts";

    private final Settings settings;
    private final Terminal terminal;
    private final RunSession session;
    private final JobRun job;
    private final Answer answer;
    private Optional<Counts> counts = Optional.empty();
    private Optional<Changes> changes = Optional.empty();
    private List<String> notes = List.of();
    private boolean incomplete;

    KeptRun(Settings settings, Terminal terminal, RunSession session, JobRun job, Answer answer) {
        this.settings = settings;
        this.terminal = terminal;
        this.session = session;
        this.job = job;
        this.answer = answer;
    }

    KeptRun checked(CheckedSources checked) {
        counts = Optional.of(checked.counts());
        notes = Stream.concat(Summaries.notes(checked).stream(), notes.stream()).toList();
        return this;
    }

    KeptRun noted(List<String> sentences) {
        notes = Stream.concat(notes.stream(), sentences.stream()).toList();
        return this;
    }

    /** Something was not done that was asked for. */
    KeptRun incomplete(boolean isSo) {
        incomplete = isSo;
        return this;
    }

    /** The figures are those of the last attempt: a killed one could not keep its own. */
    KeptRun continued() {
        notes = Stream.concat(notes.stream(), Stream.of(CONTINUED)).toList();
        return this;
    }

    KeptRun changed(Changes made) {
        changes = Optional.of(made);
        return this;
    }

    /** Writes the reports and says where they are. */
    int finish() {
        List<String> reasons = job.verdict().map(AuditVerdict::reasons).orElse(List.of());
        RunHead head = session.finish(summary(), reasons, job.access());
        answer.tell(session.file());
        if (!answer.tellsReasons()) {
            reasons.forEach(terminal::complain);
        }
        job.failure().ifPresent(failure -> terminal.complain(Failures.text(failure)));
        if (terminal.interactive()) {
            terminal.err().println("reports: " + session.folder());
        }
        return code(head.comparison()).number();
    }

    private RunSummary summary() {
        RunSummary summary = new RunSummary(
                session.id(),
                session.command(),
                state(),
                session.started(),
                Optional.of(terminal.clock().instant()),
                counts,
                changes,
                job.verdict().map(verdict -> verdict.kind().name().toLowerCase(Locale.ROOT)),
                job.audited(),
                job.madeStores(),
                job.findings().bySeverity(),
                job.findings().byEffect(),
                notes);
        return job.verdict().isPresent() || session.command().equals(RunSummary.AUDIT)
                ? summary.audited(settings.scope(job.auditing()), job.facts())
                : summary;
    }

    private String state() {
        if (job.failure().isEmpty()) {
            return "done";
        }
        Exception failure = job.failure().get();
        if (failure instanceof RejectedRecords) {
            return "refused";
        }
        return failure instanceof StopRequest.Stopped ? "stopped" : "failed";
    }

    /** What an administrator has accepted is no news. */
    private ExitCode code(Comparison comparison) {
        if (job.failure().isPresent()) {
            return Failures.code(job.failure().get());
        }
        if (job.verdict()
                .filter(verdict -> verdict.kind() == AuditVerdict.Kind.INCONCLUSIVE)
                .isPresent()) {
            return ExitCode.INCONCLUSIVE;
        }
        boolean reported = incomplete
                || comparison.reaches(settings.threshold())
                || counts.filter(sum -> sum.rejected() > 0).isPresent()
                || changes.filter(made -> made.refused() > 0).isPresent();
        return reported ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
