package vmail.report.render;

import java.io.OutputStream;
import vmail.report.run.RunContents;

/**
 * One form of the report of a run that ended. The same contents give the same bytes.
 *
 * <p>A new form is a class that implements this and a constant of {@link ReportFormat}.
 */
public interface Report {

    /**
     * Writes the whole report; it is all there when this returns.
     *
     * @param out stays open, so that it may be standard output; wrap that in {@link CheckedOutput}
     * @throws ReportNotWritten when the output does not take it
     */
    void write(RunContents contents, OutputStream out);
}
