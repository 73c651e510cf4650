package vmail.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The system calls of a command that change something on the disk, seen by strace(1); also those that failed. */
public final class SystemCalls {

    private static final String TRACED =
            "mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,symlink,symlinkat,"
                    + "link,linkat,chmod,fchmod,fchmodat,chown,fchown,lchown,fchownat,open,openat,creat,truncate,ftruncate,"
                    + "utimensat,utime,utimes,futimesat,setxattr,lsetxattr,fsetxattr,removexattr,mknod,mknodat,fallocate,"
                    + "write,pwrite64,writev,pwritev,copy_file_range,sendfile";
    private static final Pattern OPENS = Pattern.compile("\\b(?:open|openat)\\(");
    private static final Pattern FOR_WRITING = Pattern.compile("O_(?:CREAT|WRONLY|RDWR|TRUNC|APPEND|TMPFILE)");

    private final Path trace;

    private SystemCalls(Path trace) {
        this.trace = trace;
    }

    /** @param site in whose folder the trace is kept, where the mail owner can write */
    public static SystemCalls tracedIn(Site site) {
        Program.STRACE.assumeInstalled();
        return new SystemCalls(site.folder().resolve("work/trace"));
    }

    /** The same command line under strace. Descriptors are shown with their paths (-y), so that {@code mkdirat(7, "cur")} is seen. */
    public Cli of(Cli cli) {
        return cli.under(
                Program.STRACE.path().toString(),
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-y",
                "-s",
                "4096",
                "-e",
                "trace=" + TRACED,
                "-e",
                "signal=none",
                "-o",
                trace.toString());
    }

    /** Those at or below a folder. A path by way of /proc/self/fd, which says nothing about its place, counts as below. */
    public List<String> changing(Path folder) throws IOException {
        Pattern place = Pattern.compile(
                "[\"<]" + Pattern.quote(folder.toString()) + "[/\">]|\"/proc/self/fd/|\"/proc/\\d+/fd/");
        return Files.readAllLines(trace).stream()
                // its arguments stand where it was interrupted
                .filter(line -> !line.contains(" resumed>"))
                .filter(line -> place.matcher(line).find())
                .filter(line ->
                        !OPENS.matcher(line).find() || FOR_WRITING.matcher(line).find())
                .toList();
    }
}
