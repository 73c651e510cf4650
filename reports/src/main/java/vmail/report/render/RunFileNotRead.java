package vmail.report.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of a run can not be read, or is not what vmail wrote; nothing is told from half of it. */
public final class RunFileNotRead extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    private RunFileNotRead(String message, IOException cause) {
        super(InertText.of(message), cause);
    }

    static RunFileNotRead of(Path path, IOException cause) {
        String reason = cause instanceof NoSuchFileException
                ? "it is not there: the run has not ended, or an older vmail made it"
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return new RunFileNotRead("can not read " + path + ": " + reason, cause);
    }

    static RunFileNotRead damaged(Path path, String found) {
        String message = path + " is damaged: " + found + ". Put back a copy, or run the same command again";
        return new RunFileNotRead(message, new IOException(found));
    }

    static RunFileNotRead newer(Path path, long found, int known) {
        String message = path + " was written by a newer vmail: schema " + found + ", this one knows " + known
                + ". Use the newer vmail";
        return new RunFileNotRead(message, new IOException("schema " + found));
    }
}
