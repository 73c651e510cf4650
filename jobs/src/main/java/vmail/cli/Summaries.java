package vmail.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vmail.check.CheckedSources;
import vmail.check.RunFindings;
import vmail.job.ImportPlan;
import vmail.report.run.Changes;
import vmail.report.run.RunSummary;

/** The figures at the end of commands that keep no run. */
final class Summaries {

    private Summaries() {}

    static RunSummary ofCheck(Instant started, Instant ended, CheckedSources checked, RunFindings findings) {
        return summary("check", started, ended, checked, findings, Optional.empty(), 0);
    }

    static RunSummary ofPlan(
            Instant started, Instant ended, CheckedSources checked, RunFindings findings, ImportPlan plan) {
        Changes changes = new Changes(plan.added(), plan.changed(), plan.unchanged(), 0);
        return summary("plan", started, ended, checked, findings, Optional.of(changes), plan.toMake());
    }

    private static RunSummary summary(
            String command,
            Instant started,
            Instant ended,
            CheckedSources checked,
            RunFindings findings,
            Optional<Changes> changes,
            long stores) {
        return new RunSummary(
                "",
                command,
                "done",
                started,
                Optional.of(ended),
                Optional.of(checked.counts()),
                changes,
                Optional.empty(),
                0,
                stores,
                findings.bySeverity(),
                findings.byEffect(),
                notes(checked));
    }

    static List<String> notes(CheckedSources checked) {
        List<String> notes = new ArrayList<>();
        if (!checked.domains().known()) {
            notes.add(
                    "accepted domains were not checked: neither a directory with --system-base nor a source told which there"
                            + " are");
        }
        checked.notes().forEach(note -> notes.add(note.where() + ": " + note.message() + ". " + note.remedy()));
        checked.losses().forEach((kind, accounts) -> notes.add(kind.sentence(accounts)));
        return notes;
    }
}
