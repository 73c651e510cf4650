package vmail.report.findings;

import java.nio.file.Path;

/** Where the database of a workspace is. */
record DatabaseFiles(Path workspace, Path database, Path unborn, Path marker) {

    /** @throws WorkspaceNotUsable when the name would say something else to H2, whose URLs end a name with a semicolon */
    static DatabaseFiles of(Path workspace) {
        Path absolute = workspace.toAbsolutePath().normalize();
        String name = absolute.toString();
        if (name.chars().anyMatch(c -> c == ';' || c == '\\' || Character.isISOControl(c))) {
            throw new WorkspaceNotUsable(
                    absolute,
                    "its name has a semicolon, a backslash or a control character, which the database can not take");
        }
        return new DatabaseFiles(
                absolute,
                absolute.resolve("vmail.mv.db"),
                absolute.resolve("vmail.new.mv.db"),
                absolute.resolve("vmail.version"));
    }
}
