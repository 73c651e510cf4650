package vmail.report.findings;

import java.nio.file.Path;
import vmail.report.render.InertText;

/**
 * The database of the workspace is not what we left there: gone, cut, not ours, or made by a newer vmail. Never answered
 * with a new, empty one, which would forget that a job is half done.
 */
public final class WorkspaceDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private WorkspaceDamaged(String message) {
        super(InertText.of(message));
    }

    private WorkspaceDamaged(String message, Throwable cause) {
        super(InertText.of(message), cause);
    }

    static WorkspaceDamaged missing(Path database, Path marker) {
        return new WorkspaceDamaged(database + " is missing, but " + marker
                + " says that it was made. Put it back, or move " + marker
                + " away to begin a new history. Directory and mail base are as they were.");
    }

    static WorkspaceDamaged unreadable(Path database, String found) {
        return new WorkspaceDamaged(message(database, found));
    }

    static WorkspaceDamaged unreadable(Path database, String found, Throwable cause) {
        return new WorkspaceDamaged(message(database, found), cause);
    }

    static WorkspaceDamaged newer(Path database, int found, int known) {
        return new WorkspaceDamaged(database + " was made by a newer vmail: schema " + found + ", this one knows "
                + known + ". Use the newer vmail, or another workspace.");
    }

    private static String message(Path database, String found) {
        return database + " is damaged: " + found + ". Put back a copy, or move " + database + " and "
                + database.resolveSibling("vmail.version")
                + " away to begin a new history. Directory and mail base are as they were.";
    }
}
