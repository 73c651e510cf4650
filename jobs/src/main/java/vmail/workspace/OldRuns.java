package vmail.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vmail.report.findings.RunRetention;
import vmail.report.findings.WorkspaceDatabase;
import vmail.report.render.RunFolderRemoval;
import vmail.settings.Keeping;

/** Removes the runs that have been kept long enough: first the folder, then what the database has of it. */
public record OldRuns(Path workspace, WorkspaceDatabase database, Clock clock, Keeping keeping) {

    /** @param told sentences about runs that could not be removed, and what to do about it */
    public void remove(Consumer<String> told) {
        RunRetention retention = new RunRetention(database.dataSource(), clock, keeping.runs(), keeping.days());
        for (String run : retention.outdated()) {
            if (remove(run, told)) {
                retention.forget(run);
            }
        }
        retention.forgetDetails();
    }

    private boolean remove(String run, Consumer<String> told) {
        try {
            RunFolderRemoval removal = new RunFolderRemoval(workspace, run);
            return switch (removal.remove()) {
                case REMOVED -> true;
                case NEEDED -> false;
                case LEFT -> {
                    told.accept("run " + run + " has been kept long enough, but vmail did not make "
                            + removal.strangers().stream().map(Path::toString).collect(Collectors.joining(", "))
                            + ". Move that away; the next audit removes the run");
                    yield false;
                }
            };
        } catch (IOException e) {
            told.accept("the folder of the old run " + run + " can not be removed: "
                    + e.getClass().getSimpleName() + ": " + e.getMessage());
            return false;
        }
    }
}
