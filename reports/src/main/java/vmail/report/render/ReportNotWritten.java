package vmail.report.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;

/** The place for a report does not take it: disk full, pipe closed, no right to write. */
public final class ReportNotWritten extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** @param what the report and where it goes, as the beginning of a sentence */
    public ReportNotWritten(String what, IOException cause) {
        super(
                what + " could not be written: " + reason(cause)
                        + ". Make room there or choose another place, and run the same command again.",
                cause);
    }

    /** Java says only the file's name when the right is missing. */
    private static String reason(IOException cause) {
        String text = cause instanceof AccessDeniedException ? "permission denied: " : "";
        return InertText.of(text + cause.getMessage());
    }
}
