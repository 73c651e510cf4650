package vmail.cli;

import java.io.IOException;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.job.RejectedRecords;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.source.UnusableSource;
import vmail.workspace.MailBaseLock;

/** Which exit code a failure ends with. */
final class Failures {

    private Failures() {}

    static ExitCode code(Exception failure) {
        if (failure instanceof Refused refused) {
            return refused.code();
        }
        if (failure instanceof UnusableSource) {
            return ExitCode.USAGE;
        }
        if (failure instanceof UnsafeSettings || failure instanceof RejectedRecords) {
            return ExitCode.REFUSED;
        }
        if (failure instanceof IncompleteRead) {
            return ExitCode.INCONCLUSIVE;
        }
        if (failure instanceof MailBaseLock.Locked) {
            return ExitCode.LOCKED;
        }
        return ExitCode.UNFINISHED;
    }

    /** For people: the message, and what kind of trouble it is where the message alone does not tell. */
    static String text(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        boolean ours = !failure.getClass().getName().startsWith("java.");
        return ours || !(failure instanceof IOException)
                ? message
                : failure.getClass().getSimpleName() + ": " + message;
    }

    /** Whether this is something a user can cause; all else is a fault of ours. */
    static boolean isExpected(Exception failure) {
        return failure instanceof Refused
                || failure instanceof IOException
                || failure instanceof UnsafeSettings
                || failure instanceof RejectedRecords
                || failure instanceof IncompleteRead
                || failure instanceof MailBaseLock.Locked
                || failure instanceof StopRequest.Stopped
                || failure instanceof java.io.UncheckedIOException;
    }
}
