package vmail.cli;

import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.BadCredentials;
import vmail.connection.UnsafeSettings;
import vmail.job.RejectedRecords;
import vmail.reader.directory.IncompleteRead;
import vmail.reader.source.UnusableSource;
import vmail.repair.UnknownFinding;
import vmail.report.findings.WorkspaceBusy;
import vmail.report.findings.WorkspaceDamaged;
import vmail.report.findings.WorkspaceNotUsable;
import vmail.settings.TooManyChanges;
import vmail.workspace.MailBaseLock;

/** Which exit code a failure ends with. */
final class Failures {

    private Failures() {}

    static ExitCode code(Exception failure) {
        if (failure instanceof Refused refused) {
            return refused.code();
        }
        if (failure instanceof UnusableSource
                || failure instanceof BadCredentials
                || failure instanceof UnknownFinding) {
            return ExitCode.USAGE;
        }
        if (failure instanceof UnsafeSettings
                || failure instanceof RejectedRecords
                || failure instanceof TooManyChanges) {
            return ExitCode.REFUSED;
        }
        if (failure instanceof IncompleteRead) {
            return ExitCode.INCONCLUSIVE;
        }
        if (failure instanceof MailBaseLock.Locked || failure instanceof WorkspaceBusy) {
            return ExitCode.LOCKED;
        }
        return ExitCode.UNFINISHED;
    }

    /** For people: the message, and what kind of trouble it is where the message alone does not tell. */
    static String text(Exception failure) {
        if (isOfDatabase(failure)) {
            return "the workspace's database does not take it: " + firstLine(failure)
                    + ". Look whether the disk of the workspace is full (df -h), then run the same command again";
        }
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
                || failure instanceof TooManyChanges
                || failure instanceof IncompleteRead
                || failure instanceof DirectoryUnavailable
                || failure instanceof MailBaseLock.Locked
                || failure instanceof WorkspaceBusy
                || failure instanceof WorkspaceDamaged
                || failure instanceof WorkspaceNotUsable
                || failure instanceof StopRequest.Stopped
                || failure instanceof java.io.UncheckedIOException
                || isOfDatabase(failure);
    }

    /** Of the workspace's database after it was opened: a full disk, most often. */
    private static boolean isOfDatabase(Exception failure) {
        return failure instanceof DataAccessException || failure instanceof TransactionException;
    }

    /** H2 adds the statement, with its values, on the lines after the first. */
    private static String firstLine(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
