package vmail.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.account.DirectoryUnavailable;
import vmail.check.DirectoryAudit;
import vmail.reader.directory.IncompleteRead;
import vmail.repair.Repairing;
import vmail.repair.UnknownFinding;
import vmail.report.audit.AuditVerdict;
import vmail.rule.Finding;
import vmail.settings.TooManyChanges;
import vmail.writer.repair.Changer;
import vmail.writer.repair.Journal;
import vmail.writer.repair.Quarantine;
import vmail.writer.repair.Workbench;
import vmail.writer.store.InTheWay;
import vmail.writer.store.OpenMailBase;

/** Audits and repairs until nothing more changes. As long as an audit is inconclusive nothing is repaired. */
final class RepairFindings implements Tasklet {

    /** A repair may make another one possible, and that a third. */
    private static final int ROUNDS = 8;

    private final RepairRun run;
    private final JobRun job;

    RepairFindings(RepairRun run) {
        this.run = run;
        this.job = run.job();
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        job.guard(() -> {
            try (OpenMailBase disk =
                    OpenMailBase.open(job.settings().mailBase(), job.settings().owner())) {
                repair(disk);
            } finally {
                job.directory().save();
            }
        });
        return RepeatStatus.FINISHED;
    }

    private void repair(OpenMailBase disk)
            throws IOException, IncompleteRead, DirectoryUnavailable, TooManyChanges, UnknownFinding {
        Optional<Changer> changer = run.journal()
                .map(journal -> new Changer(new Workbench(disk, job.directory().connection()), journal));
        Repairing repairing = new Repairing(
                job.settings(),
                job.directory().connection(),
                disk,
                run.options(),
                changer,
                run.id(),
                run.now(),
                job.progress(),
                run.log());
        List<Finding> findings = audit();
        boolean swept = changer.isEmpty();
        for (int round = 0; round < ROUNDS && isConclusive(); round++) {
            if (!swept) {
                swept = true;
                boolean resumed =
                        repairing.resume(run.journal().map(Journal::earlier).orElse(List.of()));
                sweep(disk);
                if (resumed) {
                    findings = audit();
                    continue;
                }
            }
            if (!repairing.round(findings, job.audited())) {
                break;
            }
            findings = audit();
        }
        if (isConclusive()) {
            findings.stream().filter(repairing::concerns).forEach(job.findings());
        }
        tell(repairing);
    }

    private static String findings(long count) {
        return count + (count == 1 ? " finding" : " findings");
    }

    private List<Finding> audit() {
        List<Finding> findings = new ArrayList<>();
        DirectoryAudit audit = new DirectoryAudit(
                job.settings(), job.auditing(), job.directory().connection(), findings::add, job.progress());
        job.verdict(audit.run());
        job.audited(audit.accounts());
        return findings;
    }

    private boolean isConclusive() {
        return job.verdict()
                .filter(verdict -> verdict.kind() != AuditVerdict.Kind.INCONCLUSIVE)
                .isPresent();
    }

    private void sweep(OpenMailBase disk) throws IOException {
        try {
            new Quarantine(disk, run.id(), run.now()).sweep();
        } catch (InTheWay e) {
            throw new IOException(e.found(), e);
        }
    }

    private void tell(Repairing repairing) {
        run.conflicts(repairing.conflicts());
        if (run.options().dryRun()) {
            run.notes(findings(repairing.repairs()) + " would be repaired; nothing was touched");
        } else if (repairing.repairs() + repairing.conflicts() == 0) {
            run.notes("nothing was repaired");
        } else {
            run.notes(
                    "repaired: " + findings(repairing.repairs()) + "; not, because something stood otherwise: "
                            + findings(repairing.conflicts()),
                    "vmail undo " + run.id() + " takes that back");
        }
    }
}
