package vmail.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import vmail.account.DirectoryUnavailable;
import vmail.check.StopRequest;
import vmail.connection.UnsafeSettings;
import vmail.fault.FaultKind;
import vmail.fault.FaultKinds;
import vmail.fault.FaultKit;
import vmail.job.AuditJob;
import vmail.job.JobRun;
import vmail.reader.source.ShellWord;
import vmail.settings.Keeping;

/** {@code vmail demo --broken}: the worst that happens to mail, in a mail system that is made once and can be played with. */
record BrokenDemo(Path folder, Terminal terminal, StopRequest stop) {

    /** Mail that is lost, that others read, that nobody sees; people who can not log in. Each has another remedy. */
    private static final List<String> WORST = List.of(
            "same-mail",
            "link-is-directory",
            "stray-line",
            "maildir-is-link",
            "comma-directory",
            "no-tmp",
            "no-maildir",
            "mistyped-status");

    int run() throws IOException, Refused, UnsafeSettings, DirectoryUnavailable {
        FaultKit kit =
                new FaultKit(folder, Surroundings.isRoot() ? Optional.of(FaultsCommand.HOWTO) : Optional.empty());
        Path settings = folder.resolve(FaultKitFiles.SETTINGS);
        if (isMissing(settings)) {
            List<FaultKind> kinds = WORST.stream()
                    .map(id -> FaultKinds.find(id).orElseThrow(() -> new AssertionError("no kind " + id)))
                    .toList();
            new FaultKitFiles(kit, kit.make(kinds, FaultsCommand.HEALTHY)).write();
        }
        int code = new DirectoryJob<>(
                        "audit", AuditJob.class, JobRun.class, (job, session) -> job, Optional.of(Keeping.USUAL))
                .run(kit.settings(), SettingsOptions.Format.text, terminal, stop);
        sayWhatNext(ShellWord.of(settings.toString()));
        return code;
    }

    private static boolean isMissing(Path file) throws IOException {
        try {
            return !Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile();
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private void sayWhatNext(String settings) {
        terminal.say("");
        terminal.say("Each finding says what to do. Next: what a rule is about, and what happens to mail until then:");
        terminal.say("  ./vmail explain unique-mail");
        terminal.say("What repair would do without asking, then do it, then look again:");
        terminal.say("  ./vmail repair --dry-run --settings " + settings);
        terminal.say("  ./vmail repair --settings " + settings);
        terminal.say("  ./vmail audit --settings " + settings);
        terminal.say("What was made wrong: " + FaultKitFiles.ANSWERS
                + " beside the settings. More to practise: ./vmail faults" + " --help");
    }
}
