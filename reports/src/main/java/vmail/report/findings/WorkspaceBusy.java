package vmail.report.findings;

import java.nio.file.Path;

/** Another process has the workspace's database open; H2 lets in one at a time. */
public final class WorkspaceBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkspaceBusy(Path workspace, Throwable cause) {
        super("another run uses the workspace " + workspace + ". Wait until it ends, or use another workspace.", cause);
    }
}
