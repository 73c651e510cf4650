package vmail.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** The thread's number and the name of a call. */
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");

    /** What is written says nothing about where. */
    private static final Pattern WRITTEN = Pattern.compile("(\\bp?writev?(?:64)?\\(\\d+<[^>]*>), .*");

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

    /**
     * A call by which strace can find it again in another run of the same command: {@code inject=NAME:when=NUMBER}.
     *
     * @param number among the calls of that name in its thread
     */
    public record Call(String name, int number) {

        /** The same command line, killed in the place of this call. */
        public Cli killing(Cli cli) {
            return cli.under(
                    Program.STRACE.path().toString(),
                    "-f",
                    "-qq",
                    "-o",
                    "/dev/null",
                    "-e",
                    "trace=" + name,
                    "-e",
                    "inject=" + name + ":signal=SIGKILL:when=" + number);
        }
    }

    /** The same calls as {@link #changing}, each to be found again. */
    public List<Call> calls(Path place) throws IOException {
        Set<String> changing = new HashSet<>(changing(place));
        Map<String, Integer> counts = new HashMap<>();
        List<Call> calls = new ArrayList<>();
        for (String line : Files.readAllLines(trace)) {
            Matcher call = CALL.matcher(line);
            if (call.matches() && !line.contains(" resumed>")) {
                int number = counts.merge(call.group(1) + call.group(2), 1, Integer::sum);
                if (changing.contains(line)) {
                    calls.add(new Call(String.valueOf(call.group(2)), number));
                }
            }
        }
        return calls;
    }

    /** Those at or below a folder. A path by way of /proc/self/fd, which says nothing about its place, counts as below. */
    public List<String> changing(Path folder) throws IOException {
        Pattern place = Pattern.compile(
                "[\"<]" + Pattern.quote(folder.toString()) + "[/\">]|\"/proc/self/fd/|\"/proc/\\d+/fd/");
        return Files.readAllLines(trace).stream()
                // its arguments stand where it was interrupted
                .filter(line -> !line.contains(" resumed>"))
                .filter(line ->
                        place.matcher(WRITTEN.matcher(line).replaceAll("$1")).find())
                .filter(line ->
                        !OPENS.matcher(line).find() || FOR_WRITING.matcher(line).find())
                .toList();
    }
}
