package vmail.report.findings;

import java.nio.file.Path;

/** The workspace can not be used where it is: no right, no room, or a name that can not be. */
public final class WorkspaceNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkspaceNotUsable(Path workspace, String why) {
        super(message(workspace, why));
    }

    WorkspaceNotUsable(Path workspace, String why, Throwable cause) {
        super(message(workspace, why), cause);
    }

    private static String message(Path workspace, String why) {
        return "can not use the workspace " + workspace + ": " + why
                + ". Choose another with --workspace, or make this one yours, with room, and run the same command again.";
    }
}
