package vmail.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import vmail.check.AuditFacts;
import vmail.report.findings.RunHistory;
import vmail.settings.Brake;
import vmail.settings.Settings;
import vmail.settings.TooManyChanges;

/**
 * Whether the mail base still is the directory that the last audit saw. Where its file system is not mounted everything looks as if it had
 * to be made, and mail would be delivered below the mount point from then on.
 */
public record MailBaseBrake(Settings settings, RunHistory history) {

    /** @throws TooManyChanges when it is not, and that was not confirmed; without an audit before there is nothing to compare */
    public void check(Brake brake) throws IOException, TooManyChanges {
        Optional<Map<String, Long>> last = settings.scopesOfAll().stream()
                .flatMap(scope -> history.lastFacts(scope).stream())
                .findFirst();
        long maildirs =
                last.map(facts -> facts.getOrDefault(AuditFacts.MAILDIRS, 0L)).orElse(0L);
        if (maildirs == 0) {
            return;
        }
        Path base = settings.mailBase().path();
        String odd = odd(
                base,
                last.map(facts -> facts.getOrDefault(AuditFacts.BASE_INODE, 0L)).orElse(0L));
        if (!odd.isEmpty()) {
            brake.require(
                    maildirs,
                    "the mail base " + base + " " + odd + ", and had " + maildirs
                            + " maildirs at the last audit, as if its file system were not mounted",
                    "Mount it (findmnt -T " + base + ")");
        }
    }

    private static String odd(Path base, long inode) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(base)) {
            if (!children.iterator().hasNext()) {
                return "is empty";
            }
        } catch (NoSuchFileException e) {
            return "does not exist";
        }
        long now = (Long) Files.getAttribute(base, "unix:ino");
        return now == inode || inode == 0 ? "" : "is another directory (inode " + now + ", was " + inode + ")";
    }
}
