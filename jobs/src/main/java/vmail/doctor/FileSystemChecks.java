package vmail.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import vmail.account.DiskPath;
import vmail.rule.Examination;
import vmail.rule.SurroundingsRule;
import vmail.store.Errno;
import vmail.store.Repair;

/**
 * Whether the file system of the mail base takes mail.
 *
 * @param mounts {@code /proc/self/mountinfo}
 */
record FileSystemChecks(Path base, Path mounts) {

    private static final long MEGABYTE = 1 << 20;
    private static final long FEW = 100;
    private static final long SOME = 1024;
    private static final long PERCENT = 5;
    private static final int SECONDS = 10;

    List<Examination> examine() {
        try {
            Path real = base.toRealPath();
            Optional<Mount> mount = Mount.of(real, Files.readAllLines(mounts));
            return List.of(
                    mount.map(this::writable).orElseGet(() -> notListed(SurroundingsRule.MAIL_BASE_WRITABLE)),
                    mount.map(this::local).orElseGet(() -> notListed(SurroundingsRule.MAIL_BASE_LOCAL)),
                    space(real),
                    inodes(real));
        } catch (NoSuchFileException e) {
            return all(rule -> Examination.skipped(rule, "the mail base is missing"));
        } catch (IOException e) {
            return all(rule -> Examination.unknown(rule, "%s: %s".formatted(base, Errno.words(e))));
        }
    }

    private static List<Examination> all(Function<SurroundingsRule, Examination> verdict) {
        return List.of(
                        SurroundingsRule.MAIL_BASE_WRITABLE,
                        SurroundingsRule.MAIL_BASE_LOCAL,
                        SurroundingsRule.MAIL_BASE_SPACE,
                        SurroundingsRule.MAIL_BASE_INODES)
                .stream()
                .map(verdict)
                .toList();
    }

    private Examination notListed(SurroundingsRule rule) {
        return Examination.skipped(rule, mounts + " does not tell of it");
    }

    private Examination writable(Mount mount) {
        SurroundingsRule rule = SurroundingsRule.MAIL_BASE_WRITABLE;
        return mount.readOnly()
                ? Examination.problem(
                        rule.finding(
                                new DiskPath(base),
                                "its file system (%s at %s) is mounted read-only"
                                        .formatted(mount.source(), mount.point()),
                                "See why (dmesg tells of disk errors), then: mount -o remount,rw "
                                        + Repair.quoted(mount.point())),
                        rule)
                : Examination.ok(rule, "%s %s at %s".formatted(mount.type(), mount.source(), mount.point()));
    }

    private Examination local(Mount mount) {
        SurroundingsRule rule = SurroundingsRule.MAIL_BASE_LOCAL;
        return mount.isOfAnotherHost()
                ? Examination.problem(
                        rule.finding(
                                new DiskPath(base),
                                "its file system is on another host (%s, %s), whose other clients vmail's lock does not see"
                                        .formatted(mount.type(), mount.source()),
                                "Run vmail on one host only"),
                        rule)
                : Examination.ok(rule, mount.type());
    }

    private Examination space(Path real) throws IOException {
        SurroundingsRule rule = SurroundingsRule.MAIL_BASE_SPACE;
        FileStore store = Files.getFileStore(real);
        long free = store.getUsableSpace() / MEGABYTE;
        long total = store.getTotalSpace() / MEGABYTE;
        return isScarce(free, total, FEW, SOME)
                ? Examination.problem(
                        rule.finding(
                                new DiskPath(base),
                                "%d MiB of %d are free".formatted(free, total),
                                "Make room, or extend the file system: df -h " + Repair.quoted(base)),
                        rule)
                : Examination.ok(rule, "%d MiB of %d are free".formatted(free, total));
    }

    static boolean isScarce(long free, long total, long few, long some) {
        return free < few || (free < some && free * 100 < total * PERCENT);
    }

    /** Java does not know inodes; stat(1) does. File systems that make them as needed say that they have none. */
    private Examination inodes(Path real) throws IOException {
        SurroundingsRule rule = SurroundingsRule.MAIL_BASE_INODES;
        Optional<long[]> counts = countInodes(real);
        if (counts.isEmpty()) {
            return Examination.skipped(rule, "not looked at: there is no stat(1) that tells");
        }
        long total = counts.get()[0];
        long free = counts.get()[1];
        if (total == 0) {
            return Examination.ok(rule, "made as needed");
        }
        return isScarce(free, total, 10 * FEW, 100 * SOME)
                ? Examination.problem(
                        rule.finding(
                                new DiskPath(base),
                                "%d inodes of %d are free".formatted(free, total),
                                "Delete what has many small files, or move mail to a file system with more inodes: df -i "
                                        + Repair.quoted(base)),
                        rule)
                : Examination.ok(rule, "%d of %d are free".formatted(free, total));
    }

    private static Optional<long[]> countInodes(Path real) throws IOException {
        Path program = Path.of("/usr/bin/stat");
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(program.toString(), "-f", "-c", "%c %d", "--", real.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.US_ASCII).strip();
            process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (!text.matches("\\d{1,18} \\d{1,18}")) {
                return Optional.empty();
            }
            int blank = text.indexOf(' ');
            return Optional.of(
                    new long[] {Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1))});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
