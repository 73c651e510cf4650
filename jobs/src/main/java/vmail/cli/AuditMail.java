package vmail.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.connection.UnsafeSettings;
import vmail.mailing.LocalSender;
import vmail.mailing.MailDebt;
import vmail.mailing.ReportMessage;
import vmail.mailing.Sendmail;
import vmail.mailing.StateChange;
import vmail.report.render.RunFile;
import vmail.report.render.RunFileNotRead;
import vmail.report.render.RunFolder;
import vmail.report.render.RunFolders;
import vmail.report.render.TextReport;
import vmail.report.run.RunHead;

/** An audit whose report is mailed when something has changed. */
record AuditMail(Path workspace, String scope, String recipient, Sendmail sendmail, Terminal terminal) {

    /** An audit, which returns its exit code. */
    interface Audit {
        int run() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable;
    }

    int around(Audit audit) throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        MailDebt debt = MailDebt.of(workspace, scope);
        Optional<RunHead> before = latest().map(RunFile::head);
        boolean owed = debt.incur();
        int code = audit.run();
        Optional<RunFile> now = latest().filter(file -> !isOf(before, file));
        // one that an administrator has stopped tells nothing
        if (now.isEmpty() || now.get().head().run().state().equals("stopped")) {
            return code;
        }
        ZoneId zone = terminal.clock().getZone();
        if (owed || new StateChange(before, zone).isIn(now.get())) {
            try {
                sendmail.send(recipient, message(now.get()));
            } catch (Sendmail.NotSent e) {
                terminal.complain("the report was not mailed to " + recipient + ": " + e.getMessage()
                        + ". It is in "
                        + RunFolder.of(workspace, now.get().head().run().id())
                        + "; the next audit mails its own");
                return answered(code) ? ExitCode.UNFINISHED.number() : code;
            }
        }
        debt.pay();
        return code;
    }

    private static boolean isOf(Optional<RunHead> before, RunFile file) {
        return before.filter(head -> head.run().id().equals(file.head().run().id()))
                .isPresent();
    }

    private byte[] message(RunFile file) {
        return new ReportMessage(LocalSender.address(), recipient, new TextReport(false, Answer.PER_RULE)).of(file);
    }

    private static boolean answered(int code) {
        return code == ExitCode.DONE.number() || code == ExitCode.FINDINGS.number();
    }

    /** The last audit of the scope. One that can not be read tells nothing, and the next mail is sent. */
    private Optional<RunFile> latest() throws IOException {
        try {
            return new RunFolders(workspace)
                    .latestAudit(head -> head.run().scope().equals(scope));
        } catch (RunFileNotRead e) {
            return Optional.empty();
        }
    }
}
