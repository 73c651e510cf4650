package vmail.report.render;

import vmail.account.DiskPath;
import vmail.report.run.RunFinding;

/** How a path stands in a list that programs read. */
final class PathText {

    /** What Java shows in the place of bytes that are no UTF-8. */
    private static final char LOST = '\uFFFD';

    private PathText() {}

    /**
     * Whether a line of text can hold a path and mean it. Not one with line ends, controls, characters without width, bytes that are
     * no UTF-8, or a backslash, by which programs read the next character otherwise.
     */
    static boolean isPlain(String path) {
        return path.startsWith("/")
                && path.indexOf(LOST) < 0
                && DiskPath.shown(path).equals(path);
    }

    /** For people, of a path that is not plain. */
    static String shown(RunFinding finding) {
        // where to look for it is the path with all its bytes if it is a path at all
        return InertText.of(finding.origin().startsWith("/") ? finding.origin() : DiskPath.shown(finding.place()));
    }
}
