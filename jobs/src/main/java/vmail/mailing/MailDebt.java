package vmail.mailing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import vmail.report.render.PrivateFiles;
import vmail.rule.Hash;

/**
 * An empty file that stands in the workspace from the beginning of an audit until its mail is sent, or known to be needless. One
 * that is found means that the audit before was killed or could not send: nobody has been told what it found.
 */
public record MailDebt(Path file) {

    /** @param scope of the audit; each has its own */
    public static MailDebt of(Path workspace, String scope) {
        return new MailDebt(workspace.resolve("mail-owed-" + HexFormat.of().toHexDigits(Hash.of("", scope))));
    }

    /** Whether it was there before. */
    public boolean incur() throws IOException {
        PrivateFiles.makeFolders(file.toAbsolutePath().resolveSibling(""));
        try {
            Files.createFile(file, PrivateFiles.fileMode());
            return false;
        } catch (FileAlreadyExistsException e) {
            return true;
        }
    }

    public void pay() throws IOException {
        Files.deleteIfExists(file);
    }
}
