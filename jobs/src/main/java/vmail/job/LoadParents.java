package vmail.job;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import vmail.account.Candidate;
import vmail.account.DirectoryUnavailable;
import vmail.writer.directory.ContainerWriter;
import vmail.writer.directory.Outcome;
import vmail.writer.directory.ParentEntries;

/**
 * Makes what must be above the accounts: the entries that the sources have, accepted domains among them, and on request the
 * parents that are still missing.
 */
final class LoadParents implements Tasklet {

    private final ImportRun run;

    LoadParents(ImportRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        run.job().guard(() -> {
            LDAPInterface directory = run.job().directory().connection();
            if (run.options().createParents()) {
                createParents(directory);
            }
            List<ReadOnlyEntry> entries =
                    run.checked().containers().stream().map(Candidate::entry).toList();
            for (Outcome outcome : new ContainerWriter(
                            directory, run.changeLog(), !run.options().noUpdate())
                    .write(entries)) {
                run.directoryOutcome(outcome);
            }
            new ParentEntries(directory).require(run.job().accountBase());
            run.job().directory().save();
        });
        return RepeatStatus.FINISHED;
    }

    /** Above the entries of the sources, which bring their own attributes, too: an LDIF seldom has its suffix. */
    private void createParents(LDAPInterface directory) throws DirectoryUnavailable, IOException {
        ParentEntries parents = new ParentEntries(directory);
        List<DN> bases = new ArrayList<>();
        for (Candidate container : run.checked().containers()) {
            DN parent = container.parsedDn().getParent();
            if (parent != null && !parent.isNullDN() && !isOfSource(parent)) {
                bases.add(parent);
            }
        }
        for (DN base : List.of(run.job().accountBase())) {
            if (!isOfSource(base)) {
                bases.add(base);
            }
        }
        run.job().settings().systemBase().filter(base -> !isOfSource(base)).ifPresent(bases::add);
        for (DN base : bases) {
            for (DN missing : parents.missing(base)) {
                if (!isOfSource(missing)) {
                    parents.create(missing, run.changeLog());
                }
            }
        }
    }

    private boolean isOfSource(DN dn) {
        return run.checked().containers().stream()
                .anyMatch(entry -> entry.parsedDn().equals(dn));
    }
}
